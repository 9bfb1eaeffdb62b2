import { useTranslation } from 'react-i18next'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useNow } from '../../live/use-now.ts'
import { Figure } from '../../ui/mark/figure.tsx'
import { totals } from './transaction-list.ts'
import './transactions.css'

/** What the rows shown come to; says so when there are more that are not here yet. */
export function TransactionsTotals({
  rows,
  more,
}: {
  rows: readonly Transaction[]
  more: boolean
}) {
  const { t } = useTranslation('transactions')
  const format = useFormat()
  const now = useNow(10_000)
  const sum = totals(rows, now)
  return (
    <footer className="lp-totals" aria-label={t('totals.label')}>
      <span>
        {t('totals.count', { count: sum.count })}
        {sum.active > 0 ? `, ${t('totals.active', { count: sum.active })}` : ''}
        {more ? <span className="lp-soft"> ({t('totals.more')})</span> : null}
      </span>
      <span className="lp-totals-figures">
        {sum.active > 0 ? (
          <span>
            <span className="lp-soft">{t('totals.power')} </span>
            <Figure value={format.power(sum.powerW)} />
          </span>
        ) : null}
        <span>
          <span className="lp-soft">{t('totals.duration')} </span>
          {format.duration(sum.durationMs)}
        </span>
        <span>
          <span className="lp-soft">{t('totals.energy')} </span>
          <Figure value={format.energy(sum.energyWh)} />
        </span>
      </span>
    </footer>
  )
}
