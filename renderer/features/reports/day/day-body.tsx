import { Button } from '@mantine/core'
import { IconCopy, IconReportAnalytics } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { copyText } from '../../../ui/share/copy-text.ts'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { isBare, revenueOf } from './day-figure.ts'
import type { DayView } from './day-toolbar.tsx'
import { EnergyPlot } from './energy-plot.tsx'
import { FigureStrip } from './figure-strip.tsx'
import { sumOfHours } from './hour-row.ts'
import { HourTable } from './hour-table.tsx'
import { MeansTable } from './means-table.tsx'
import { RevenuePlot } from './revenue-plot.tsx'
import { SessionsPlot } from './sessions-plot.tsx'
import type { ShownDay } from './use-day.ts'

/** The figures of a day, then its hours, drawn or written. */
export function DayBody({
  shown,
  name,
  isToday,
  view,
  onBefore,
}: {
  shown: ShownDay
  /** The day in full. */
  name: string
  isToday: boolean
  view: DayView
  onBefore: () => void
}) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const table = useRef<HTMLDivElement>(null)
  const { figures, hours } = shown
  const { day } = figures
  const { energyWh } = sumOfHours(hours)
  const strip = (
    <>
      <FigureStrip figures={figures} isToday={isToday} />
      {isToday ? <p className="lp-soft lp-day-sofar">{t('day.soFar')}</p> : null}
    </>
  )
  if (isBare(day))
    return (
      <>
        {strip}
        <EmptyState
          icon={<IconReportAnalytics size={40} stroke={1.2} />}
          title={t(isToday ? 'day.empty.running' : 'day.empty.title', { day: name })}
          action={
            <Button variant="default" onClick={onBefore}>
              {t('day.empty.back')}
            </Button>
          }
        >
          {t(isToday ? 'day.empty.runningText' : 'day.empty.text')}
        </EmptyState>
      </>
    )
  const copy = async () => {
    const rows = [...(table.current?.querySelectorAll('tr') ?? [])]
    const text = rows
      .map((row) => [...row.cells].map((cell) => cell.textContent).join('\t'))
      .join('\n')
    if ((await copyText(text, table.current)) === 'copied') tellAct(t('day.table.copied'))
  }
  return (
    <>
      {strip}
      {view === 'plots' ? (
        <div className="lp-day-plots">
          <RevenuePlot
            hours={hours}
            currency={day.currency}
            label={t('day.plot.revenueLabel', {
              day: name,
              total: format.money(revenueOf(day), day.currency),
            })}
          />
          <EnergyPlot
            hours={hours}
            label={t('day.plot.energyLabel', {
              day: name,
              energy: inWords(format.energy(energyWh)),
            })}
          />
          <MeansTable day={day} />
          <SessionsPlot
            hours={hours}
            label={t('day.plot.sessionsLabel', { day: name, count: day.sessions })}
          />
        </div>
      ) : (
        <>
          <MeansTable day={day} />
          <section className="lp-panel lp-day-written">
            <div className="lp-day-written-head">
              <h2>{t('day.table.label')}</h2>
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                leftSection={<IconCopy size={14} aria-hidden="true" />}
                onClick={() => void copy()}
              >
                {t('day.table.copy')}
              </Button>
            </div>
            <div ref={table}>
              <HourTable hours={hours} currency={day.currency} />
            </div>
          </section>
        </>
      )}
    </>
  )
}
