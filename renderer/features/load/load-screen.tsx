import { Button } from '@mantine/core'
import { IconChartAreaLine } from '@tabler/icons-react'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { MINUTE } from '../../../shared/time/instant.ts'
import { useConnection, useRow, useRows } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { LoadDetails } from './load-details.tsx'
import { LoadExport } from './load-export.tsx'
import { LoadPanel } from './load-panel.tsx'
import { LoadToolbar } from './load-toolbar.tsx'
import { look, useLoadView } from './load-view.ts'
import { stepped } from './span.ts'
import { TimeStepper } from './time-stepper.tsx'
import { useChart } from './use-chart.ts'
import { useLegend } from './use-legend.ts'
import { useLoad, useLoadDetails } from './use-load.ts'
import { useLoadKeys } from './use-load-keys.ts'
import { useStretchName } from './use-stretch-name.ts'
import { useOfChoices } from './use-of-choices.ts'
import { useWanted } from './use-wanted.ts'
import './load.css'

/** What was drawn, what is planned and what the connection bears. */
export function LoadScreen() {
  const { t } = useTranslation('load')
  const { span, at, shape } = useLoadView()
  const plot = useRef<HTMLDivElement>(null)
  const { wanted, splits } = useWanted()
  const { stretch, timeZone, asOf } = wanted
  const now = useNow(MINUTE)
  const load = useLoad(wanted)
  const details = useLoadDetails(wanted)
  const chart = useChart(load.answer, shape === 'areas')
  const legend = useLegend(chart)
  const { label: what } = useOfChoices()
  const bare = useRows('station').every((station) => station.retiredAt !== null)
  const plan = useRow('plan', 'plan')
  const ahead = plan === undefined ? asOf : plan.startsAt + plan.plannedW.length * plan.slotMs
  const mayGoOn = stretch.until < Math.max(now, ahead)

  const step = useCallback(
    (by: 1 | -1) => {
      if (by > 0 && !mayGoOn) return
      look({ at: stepped(span, at, by, Date.now(), timeZone) })
    },
    [span, at, timeZone, mayGoOn],
  )
  useLoadKeys(step)
  const nameOf = useStretchName()
  const when = nameOf(wanted)
  // The window itself says then that it is lost, and as of when things stand.
  const lost = useConnection().state === 'lost'

  return (
    <Screen
      title={t('title')}
      summary={
        <span>
          {what} · {when}
        </span>
      }
      actions={
        load.answer === null || chart === null ? null : (
          <LoadExport
            answer={load.answer}
            measure={chart.measure}
            legend={legend.entries}
            what={what}
            when={nameOf(load.answer.wanted)}
            plot={plot}
          />
        )
      }
      toolbar={
        <LoadToolbar split={wanted.split} splits={splits}>
          <TimeStepper
            from={stretch.from}
            at={at}
            timeZone={timeZone}
            onStep={{ before: () => step(-1), after: mayGoOn ? () => step(1) : null }}
          />
        </LoadToolbar>
      }
    >
      {bare ? (
        <EmptyState
          icon={<IconChartAreaLine size={40} stroke={1.2} />}
          title={t('empty.title')}
          action={
            <Button component="a" href={hrefOf({ screen: 'adoption' })}>
              {t('empty.act')}
            </Button>
          }
        >
          {t('empty.text')}
        </EmptyState>
      ) : (
        <div className="lp-load">
          {lost ? null : <ErrorNote error={load.error} onRetry={load.reload} />}
          <div ref={plot} className="lp-load-body">
            <LoadPanel
              load={load}
              chart={chart}
              legend={legend}
              peak={details.old ? null : (details.answer?.peaks[0] ?? null)}
              what={what}
            />
          </div>
          {span === 'hour' ? null : (
            <LoadDetails details={details} quiet={lost || load.error !== null} />
          )}
        </div>
      )}
    </Screen>
  )
}
