import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvoiceDetail } from '../../../../shared/contract/invoice.ts'
import { useClient } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { useOnFocus } from '../../../live/use-on-return.ts'
import { Money } from '../../../payment/money.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import { CreditPart } from './credit-part.tsx'
import { InvoiceFacts } from './invoice-facts.tsx'
import { InvoiceMark } from './invoice-mark.tsx'
import { InvoiceDialog } from './paper/invoice-dialog.tsx'
import { PayPart } from './pay-part.tsx'
import { PaymentRows } from './payment-rows.tsx'
import { RemindPart } from './remind-part.tsx'
import { VehicleRows } from './vehicle-rows.tsx'

/** An invoice: what it asks for, how it stands, and what can be done about it. */
export function InvoiceInspector({
  invoiceId,
  onChanged,
  onClose,
}: {
  invoiceId: string
  onChanged: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('invoice')
  const hub = useClient()
  const query = useQuery(`invoice:${invoiceId}`, (signal) =>
    hub.invoice.get({ id: invoiceId }, { signal }),
  )
  useOnFocus(query.reload)
  const changed = () => {
    query.reload()
    onChanged()
  }
  const { data } = query
  const title = data
    ? t(`kind.${data.invoice.kind}Named`, { name: inert(data.invoice.name, 30).text })
    : t('kind.invoice')
  return (
    <Inspector
      title={title}
      subtitle={data ? inert(data.invoice.buyer.name, 80).text : null}
      onClose={onClose}
    >
      {query.state === 'loading' ? <PanelSkeleton height={320} /> : null}
      <ErrorNote error={query.error} onRetry={query.reload} />
      {data ? <Found detail={data} onChanged={changed} /> : null}
    </Inspector>
  )
}

function Found({ detail, onChanged }: { detail: InvoiceDetail; onChanged: () => void }) {
  const { t } = useTranslation('invoice')
  const [shown, setShown] = useState(false)
  const { invoice, payments } = detail
  return (
    <div className="lp-invoices-part">
      <section>
        <div className="lp-invoices-head">
          <Money minor={invoice.inclMinor} currency={invoice.currency} size="large" />
          <InvoiceMark invoice={invoice} />
        </div>
        <div className="lp-invoices-acts">
          <Button
            variant="default"
            leftSection={<IconFileText size={16} aria-hidden="true" />}
            onClick={() => setShown(true)}
          >
            {t('detail.show')}
          </Button>
          <CreditPart invoice={invoice} onCredited={onChanged} />
        </div>
      </section>
      <InvoiceFacts detail={detail} />
      {invoice.leftMinor === 0 ? null : (
        <PayPart key={invoice.leftMinor} invoice={invoice} onPaid={onChanged} />
      )}
      {payments.length === 0 ? null : (
        <PaymentRows invoice={invoice} payments={payments} onUndone={onChanged} />
      )}
      {invoice.leftMinor > 0 ? <RemindPart invoice={invoice} onReminded={onChanged} /> : null}
      <VehicleRows invoice={invoice} />
      {shown ? <InvoiceDialog detail={detail} onClose={() => setShown(false)} /> : null}
    </div>
  )
}
