import { useTranslation } from 'react-i18next'
import type { StripeKeyMode } from '../../../../shared/domain/payment/stripe-key.ts'
import type { StripeKeyStatus } from '../../../../shared/stripe-key-bridge.ts'
import { Facts } from '../../../ui/frame/facts.tsx'

/** What may be shown of a key: its end, whether it moves money, what seals it. */
export function KeptKey({ status }: { status: StripeKeyStatus }) {
  const { t } = useTranslation('stripeKey')
  const { mode, lastFour, storage } = status
  return (
    <Facts
      rows={[
        ...(lastFour === null ? [] : ([[t('kept.key'), t('kept.ending', { lastFour })]] as const)),
        ...(mode === null
          ? []
          : ([[t('kept.mode'), <ModeMark key="mode" mode={mode} />]] as const)),
        [t('kept.storage'), t(`kept.by.${storage}`)] as const,
      ]}
    />
  )
}

/** Whether real money moves: in words, and by an edge that is broken where none does. */
function ModeMark({ mode }: { mode: StripeKeyMode }) {
  const { t } = useTranslation('stripeKey')
  return (
    <span className="lp-key-mode" data-mode={mode}>
      {t(`mode.${mode}`)}
    </span>
  )
}
