import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { HouseRulesWords } from '../../../../../shared/domain/visit/house-rules.ts'
import { useRow } from '../../../../live/use-live.ts'
import { hrefOf } from '../../../../navigation/use-route.ts'
import { usePlacePrices } from '../use-place-prices.ts'

/** That nothing may be booked, where it is so. */
export function BookedNote({ rules }: { rules: HouseRulesWords }) {
  const { t } = useTranslation('driverPage')
  return rules.takesNow || rules.takesAhead ? null : <Note>{t('rules.warn.nothing')}</Note>
}

/** What stands in the way of paying so: no Stripe key, no price, no way at all. */
export function PaidNote({ rules }: { rules: HouseRulesWords }) {
  const { t } = useTranslation('driverPage')
  const stripe = useRow('stripeAccount', 'stripe')?.state
  const { priced, all } = usePlacePrices()
  const hasWay = rules.paysOnline || rules.paysAtDesk
  const key =
    stripe === undefined || stripe === 'none'
      ? 'noStripe'
      : stripe === 'locked'
        ? 'stripeLocked'
        : stripe === 'refused'
          ? 'stripeRefused'
          : null
  return (
    <>
      {rules.paysOnline && key !== null ? (
        <Note>
          {t(`rules.warn.${key}`)}{' '}
          <a href={hrefOf({ screen: 'settings', section: 'payments' })}>
            {t('rules.warn.toPayments')}
          </a>
        </Note>
      ) : null}
      {hasWay || priced === 0 ? null : <Note>{t('rules.warn.noWay')}</Note>}
      {all > 0 && priced < all ? (
        <Note>
          {t(priced === 0 ? 'rules.warn.noPriceAtAll' : 'rules.warn.noPrice')}{' '}
          <a href={hrefOf({ screen: 'settings', section: 'tariffs' })}>
            {t('rules.warn.toTariffs')}
          </a>
        </Note>
      ) : null}
    </>
  )
}

function Note({ children }: { children: React.ReactNode }) {
  return (
    <Alert variant="outline" color="ink" p="sm" role="status">
      {children}
    </Alert>
  )
}
