import { Button } from '@mantine/core'
import { IconReportAnalytics } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { localDate } from '../../../../shared/domain/booking/recurring.ts'
import { localDayOf } from '../../../../shared/domain/report/period.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useConnection } from '../../../live/use-live.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { useRemembered } from '../../../ui/remembered.ts'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import { dayName } from '../period-name.ts'
import { ReportsFrame } from '../reports-frame.tsx'
import { useClock } from '../use-clock.ts'
import { DayActions } from './day-actions.tsx'
import { DayBody } from './day-body.tsx'
import { DayPaper } from './day-paper.tsx'
import { DayToolbar, dayViews } from './day-toolbar.tsx'
import type { DayView } from './day-toolbar.tsx'
import { useDay } from './use-day.ts'
import { useDayKeys } from './use-day-keys.ts'
import { useDayOut } from './use-day-out.ts'
import './day.css'

/** What a day came to: its figures beside other days', hour by hour, on paper and as a table. */
export function DayTab({ date: asked }: { date: string | null }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const language = useLocale((locale) => locale.language)
  const clock = useClock()
  const today = localDayOf(clock.now, clock.timeZone)
  const date = localDate.safeParse(asked).data ?? today
  const isToday = date === today
  const day = useDay(date, isToday)
  const out = useDayOut(day.isOld ? null : day.shown)
  const [view, setView] = useRemembered<DayView>('reports.day', 'plots', (stored) =>
    dayViews.find((known) => known === stored),
  )
  const isLost = useConnection().state === 'lost'
  const show = useCallback(
    (wanted: string | null) =>
      navigate({
        ...{ screen: 'reports', tab: 'day' },
        ...(wanted === null || wanted >= today ? {} : { open: wanted }),
      }),
    [today],
  )
  const step = useCallback(
    (by: 1 | -1) => show(Temporal.PlainDate.from(date).add({ days: by }).toString()),
    [date, show],
  )
  useDayKeys(
    step,
    useCallback(() => show(null), [show]),
  )

  const name = dayName(date, language)
  const { shown } = day
  const until =
    isToday && shown !== null && !day.isOld
      ? t('day.until', { day: name, at: format.clock(shown.figures.untilAt) })
      : name
  return (
    <ReportsFrame
      tab="day"
      summary={until}
      actions={shown === null || day.isOld || date > today ? null : <DayActions out={out} />}
      toolbar={
        <DayToolbar
          date={date}
          today={today}
          view={view}
          onStep={step}
          onDate={show}
          onView={setView}
        />
      }
    >
      <div className="lp-day" data-old={day.isOld || undefined} aria-busy={day.isOld}>
        {isLost ? null : <ErrorNote error={day.error} onRetry={day.reload} />}
        {out.failed ? (
          <p className="lp-reports-mend" role="alert">
            {t('day.export.failed')}
          </p>
        ) : null}
        {date > today ? (
          <EmptyState
            icon={<IconReportAnalytics size={40} stroke={1.2} />}
            title={t('day.empty.ahead', { day: name })}
            action={
              <Button variant="default" onClick={() => show(null)}>
                {t('day.today')}
              </Button>
            }
          >
            {t('day.empty.aheadText')}
          </EmptyState>
        ) : shown === null ? (
          day.error === undefined ? (
            <PanelSkeleton height={520} />
          ) : null
        ) : (
          <DayBody
            shown={shown}
            name={name}
            isToday={isToday}
            view={view}
            onBefore={() => step(-1)}
          />
        )}
      </div>
      {out.going === null || shown === null ? null : (
        <DayPaper
          shown={shown}
          title={name}
          isToday={isToday}
          onDrawn={(sheetsPx) => void out.drawn(sheetsPx)}
        />
      )}
    </ReportsFrame>
  )
}
