import { Button } from '@mantine/core'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoadPeak } from '../../../shared/domain/load/load.ts'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { PanelSkeleton } from '../../ui/frame/skeletons.tsx'
import type { Chart } from './chart.ts'
import { LoadLegend } from './load-legend.tsx'
import { LoadChart } from './load-chart.tsx'
import { figuresOf } from './load-figures.ts'
import { LoadSums } from './load-sums.tsx'
import { look } from './load-view.ts'
import { settled } from './step-values.ts'
import type { Answered, Asked } from './use-load.ts'
import { useStretchName } from './use-stretch-name.ts'
import type { Legend } from './use-legend.ts'

/** The figures and the chart; what was shown before stays, faded, until what is wanted now is here. */
export function LoadPanel({
  load,
  chart,
  legend,
  peak,
  what,
}: {
  load: Asked<Answered>
  chart: Chart | null
  legend: Legend
  peak: LoadPeak | null
  what: string
}) {
  const { t } = useTranslation('load')
  const format = useFormat()
  const nameOf = useStretchName()
  const { answer, old } = load
  const figures = useMemo(
    () =>
      answer === null || answer.whole === null
        ? null
        : figuresOf(settled(answer.whole, answer.wanted.asOf), peak, answer.wanted.asOf),
    [answer, peak],
  )
  const limitW = useMemo(() => limitOf(chart), [chart])
  const pick = useCallback(
    (at: number) => {
      const span = chart?.wanted.span
      if (span === 'week' || span === 'month' || span === 'year') look({ span: 'day', at })
    },
    [chart],
  )
  if (answer === null || chart === null)
    return (
      <section className="lp-panel lp-load-panel">
        {load.error === null ? <PanelSkeleton height={380} /> : null}
      </section>
    )
  const { stretch, asOf, of } = answer.wanted
  const untold = chart.measure === 'current' && chart.points.every(({ total }) => total === null)
  const known = figures !== null && figures.knownUntil !== null
  const anything = known || chart.points.some(({ planned }) => planned !== null)
  const label = t('chart.label', {
    what,
    when: nameOf(answer.wanted),
    energy: inWords(format.energy(figures?.energyWh ?? null)),
    peak: inWords(format.power(figures?.peakW ?? null)),
  })
  return (
    <section className="lp-panel lp-load-panel" data-old={old || undefined} aria-busy={old}>
      {known ? (
        <LoadSums figures={figures} limitW={limitW} live={stretch.until > asOf} now={asOf} />
      ) : null}
      {answer.curve === null && anything ? (
        <p className="lp-soft lp-load-future">{t('chart.future')}</p>
      ) : null}
      {known && untold ? <p className="lp-soft lp-load-future">{t('noPhases')}</p> : null}
      {anything ? (
        <>
          <LoadChart chart={chart} names={legend.names} label={label} onPick={pick} />
          <LoadLegend entries={legend.entries} />
        </>
      ) : of.scope === 'building' ? (
        <EmptyState
          title={t('buildingEmpty.title')}
          action={
            <Button
              variant="default"
              component="a"
              href={hrefOf({ screen: 'settings', section: 'grid' })}
            >
              {t('buildingEmpty.act')}
            </Button>
          }
        >
          {t('buildingEmpty.text')}
        </EmptyState>
      ) : (
        <EmptyState
          title={t('nothing.title')}
          action={
            <Button variant="default" onClick={() => look({ at: null, span: 'day' })}>
              {t('nothing.act')}
            </Button>
          }
        >
          {t('nothing.text')}
        </EmptyState>
      )}
    </section>
  )
}

/** The limit a peak of the chargers alone can be held against, W; null where the building has its share of it. */
function limitOf(chart: Chart | null): number | null {
  if (chart === null || chart.measure === 'current') return null
  const limits = chart.points.flatMap(({ limit }) => limit ?? [])
  if (limits.length === 0 || chart.points.some(({ base }) => base !== null)) return null
  return Math.max(...limits) * 1_000
}
