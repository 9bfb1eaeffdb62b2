import { useTranslation } from 'react-i18next'
import { useRow, useSite } from '../../../live/use-live.ts'
import { Screen } from '../../../ui/frame/screen.tsx'
import { LedgerPanel } from './ledger-panel.tsx'
import { PaymentTermsPanel } from './payment-terms-panel.tsx'
import { ReadersPanel } from './readers-panel.tsx'
import { StripeAccountPanel } from './stripe-account-panel.tsx'
import { StripeKeyPanel } from './stripe-key-panel.tsx'

/** How the site takes payment: its key and account with Stripe, its readers, its terms, and the ledger's health. */
export function PaymentsSection() {
  const { t } = useTranslation('settings')
  const site = useSite()
  const account = useRow('stripeAccount', 'stripe')
  const terms = useRow('paymentTerms', 'paymentTerms')
  return (
    <Screen title={t('sections.payments')} padded>
      <StripeKeyPanel />
      {account ? <StripeAccountPanel account={account} /> : null}
      {account && account.state !== 'none' ? <ReadersPanel /> : null}
      {terms && site ? <PaymentTermsPanel terms={terms} currency={site.currency} /> : null}
      <LedgerPanel />
    </Screen>
  )
}
