import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Quantity } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useClient } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { useQuery } from '../../live/use-query.ts'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { Figure } from '../../ui/mark/figure.tsx'
import { PanelSkeleton } from '../../ui/frame/skeletons.tsx'
import { MeterChart } from './meter-chart.tsx'
import { meterSeries, powerFigures } from './meter-series.ts'
import { durationMs } from './transaction-list.ts'
import './transactions.css'

/** What a transaction comes to, and its curve of power and energy; both move while it runs. */
export function MeterPanel({ transaction }: { transaction: Transaction }) {
  const { t } = useTranslation('transactions')
  const format = useFormat()
  const client = useClient()
  const now = useNow(10_000)
  const { id, sampledAt, state } = transaction
  const curve = useQuery(`${id}:curve`, () => client.transaction.curve({ id }))
  const reload = useRef(curve.reload)
  reload.current = curve.reload
  const asked = useRef(sampledAt)
  useEffect(() => {
    if (asked.current === sampledAt) return
    asked.current = sampledAt
    reload.current()
  }, [sampledAt, state])

  const points = useMemo(() => curve.data?.points ?? [], [curve.data])
  const series = useMemo(() => meterSeries(transaction, points), [transaction, points])
  const took = durationMs(transaction, now)
  const { peakW, meanW } = powerFigures(transaction, points, took)
  const active = state === 'active'
  const sums: [string, Quantity | string, 'large' | 'medium'][] = [
    [t('detail.energy'), format.energy(transaction.energyWh), 'large'],
    ...(active
      ? [
          [t('detail.power'), format.power(transaction.powerW), 'large'] as [
            string,
            Quantity,
            'large',
          ],
        ]
      : []),
    [t('detail.duration'), format.duration(took), 'medium'],
    [t('detail.mean'), format.power(meanW), 'medium'],
    [t('detail.peak'), format.power(peakW), 'medium'],
    ...(transaction.socPct === null
      ? []
      : [
          [t('detail.soc'), format.percent(transaction.socPct), 'medium'] as [
            string,
            Quantity,
            'medium',
          ],
        ]),
  ]
  return (
    <>
      <section className="lp-panel lp-transaction-block" aria-label={t('detail.energy')}>
        <dl className="lp-sums">
          {sums.map(([name, value, size]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {typeof value === 'string' ? (
                  <span className="lp-figure" data-size={size}>
                    {value}
                  </span>
                ) : (
                  <Figure value={value} size={size} />
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="lp-panel lp-transaction-block">
        <h2>{t('curve.title')}</h2>
        <div className="lp-curve-place">
          {curve.state === 'loading' ? <PanelSkeleton height={260} /> : null}
          {curve.state === 'failed' ? (
            <ErrorNote error={curve.error} onRetry={curve.reload} />
          ) : null}
          {curve.state === 'ready' && series.length < 2 ? (
            active ? (
              <EmptyState title={t('curve.waiting')}>{t('curve.waitingHint')}</EmptyState>
            ) : (
              <EmptyState title={t('curve.empty')} />
            )
          ) : null}
          {curve.state === 'ready' && series.length >= 2 ? <MeterChart series={series} /> : null}
        </div>
      </section>
    </>
  )
}
