import { useTranslation } from 'react-i18next'
import { Screen } from '../../../ui/screen.tsx'
import { StripeKeyPanel } from './stripe-key-panel.tsx'

/** How the site takes payment: so far, the key with which it gets at Stripe. */
export function PaymentsSection() {
  const { t } = useTranslation('settings')
  return (
    <Screen title={t('sections.payments')} padded>
      <StripeKeyPanel />
    </Screen>
  )
}
