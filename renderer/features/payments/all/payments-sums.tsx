import { useTranslation } from 'react-i18next'
import { Money } from '../../../payment/money.tsx'
import { sumsOf } from './payment-list.ts'
import type { PaymentRow } from './payment-row.ts'

/** What the payments shown come to; says so when there are older ones that are not here yet. */
export function PaymentsSums({
  rows,
  complete,
}: {
  rows: readonly PaymentRow[]
  complete: boolean
}) {
  const { t } = useTranslation('payments')
  const sums = sumsOf(rows)
  const figure = (name: string, minor: number, currency: string) => (
    <span>
      <span className="lp-soft">{name} </span>
      <Money minor={minor} currency={currency} />
    </span>
  )
  return (
    <footer className="lp-pay-sums" aria-label={t('sum.label')}>
      <span>
        {t('count', { count: rows.length })}
        {complete ? null : <span className="lp-soft"> ({t('andMore')})</span>}
      </span>
      {sums.map((sum) => (
        <span key={sum.currency} className="lp-pay-sum">
          {sum.openMinor > 0 ? figure(t('sum.open'), sum.openMinor, sum.currency) : null}
          {sum.feeMinor > 0 ? figure(t('sum.fees'), sum.feeMinor, sum.currency) : null}
          {sum.backMinor > 0 ? figure(t('sum.back'), sum.backMinor, sum.currency) : null}
          {figure(t('sum.taken'), sum.takenMinor, sum.currency)}
        </span>
      ))}
    </footer>
  )
}
