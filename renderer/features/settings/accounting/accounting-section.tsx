import { useTranslation } from 'react-i18next'
import { useClient } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { Needs } from '../../../session/needs.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { Screen } from '../../../ui/frame/screen.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import { CdrTermsPanel } from './cdr-terms-panel.tsx'
import { InvoiceTermsPanel } from './invoice-terms-panel.tsx'
import { PlanPanel } from './plan-panel.tsx'
import './accounting.css'

/** How the site invoices, and how the ledger goes into other books. */
export function AccountingSection() {
  const { t } = useTranslation('settings')
  const hub = useClient()
  const terms = useQuery('invoice.terms', (signal) => hub.invoice.terms(undefined, { signal }))
  const plan = useQuery('accounting.plan', (signal) => hub.accounting.plan(undefined, { signal }))
  const cdr = useQuery('accounting.cdrTerms', (signal) =>
    hub.accounting.cdrTerms(undefined, { signal }),
  )
  return (
    <Screen title={t('sections.accounting')} padded>
      <Needs right="account">
        <ErrorNote error={terms.error} onRetry={terms.reload} />
        {terms.data ? <InvoiceTermsPanel terms={terms.data} onSaved={terms.reload} /> : null}
        <ErrorNote error={plan.error} onRetry={plan.reload} />
        {plan.data ? (
          <PlanPanel rows={plan.data.rows} onSaved={plan.reload} />
        ) : (
          <PanelSkeleton height={420} />
        )}
        <ErrorNote error={cdr.error} onRetry={cdr.reload} />
        {cdr.data ? <CdrTermsPanel terms={cdr.data} onSaved={cdr.reload} /> : null}
      </Needs>
    </Screen>
  )
}
