import { useTranslation } from 'react-i18next'
import { useRow } from '../../live/use-live.ts'
import { hrefOf } from '../../navigation/use-route.ts'

/** What stands in the way of cards and Swish just now; nothing while Stripe answers. */
export function StripeNote() {
  const { t } = useTranslation('payment')
  const state = useRow('stripeAccount', 'stripe')?.state ?? 'none'
  if (state === 'ok') return null
  const word = state === 'unreachable' ? 'waits' : state
  return (
    <p className="lp-take-note lp-take-warning" role="status">
      {t(`take.${word}`)}{' '}
      {state === 'unreachable' ? null : (
        <a href={hrefOf({ screen: 'settings', section: 'payments' })}>{t('take.settings')}</a>
      )}
    </p>
  )
}
