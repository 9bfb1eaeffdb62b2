import { IconCreditCard, IconCreditCardOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useRow } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { hrefOf } from '../../navigation/use-route.ts'

/** How it stands with Stripe, and what that means for cards; absent where no key was ever set. */
export function StripeChip() {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const now = useNow(60_000)
  const account = useRow('stripeAccount', 'stripe')
  if (account === undefined || account.state === 'none') return null
  const { state, contactAt } = account
  const Icon = state === 'ok' ? IconCreditCard : IconCreditCardOff
  const heard =
    contactAt === null
      ? t('stripe.never')
      : t('stripe.heard', { when: format.moment(contactAt, now) })
  return (
    <a
      className="lp-bar-stripe"
      data-state={state}
      href={hrefOf({ screen: 'settings', section: 'payments' })}
      title={`${t(`stripe.${state}Title`)} ${heard}`}
    >
      <Icon size={16} stroke={1.6} aria-hidden="true" />
      <span className="lp-bar-stripe-word">{t(`stripe.${state}`)}</span>
    </a>
  )
}
