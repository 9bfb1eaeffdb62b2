import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** How the hours of a day are shown. */
export const dayViews = ['plots', 'table'] as const
export type DayView = (typeof dayViews)[number]

/** From day to day, to any day, back to today; the hours drawn or written. */
export function DayToolbar({
  date,
  today,
  view,
  onStep,
  onDate,
  onView,
}: {
  date: string
  today: string
  view: DayView
  onStep: (by: 1 | -1) => void
  onDate: (date: string | null) => void
  onView: (view: DayView) => void
}) {
  const { t } = useTranslation('reports')
  return (
    <>
      <div className="lp-reports-period" title={t('day.keys')}>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={t('day.before')}
          onClick={() => onStep(-1)}
        >
          <IconChevronLeft size={16} aria-hidden="true" />
        </ActionIcon>
        <TextInput
          size="sm"
          w={136}
          type="date"
          max={today}
          aria-label={t('day.pick')}
          value={date}
          onChange={(event) => {
            const { value } = event.currentTarget
            if (value !== '') onDate(value)
          }}
        />
        <ActionIcon
          variant="default"
          size={32}
          aria-label={t('day.after')}
          disabled={date >= today}
          onClick={() => onStep(1)}
        >
          <IconChevronRight size={16} aria-hidden="true" />
        </ActionIcon>
        <Button variant="default" disabled={date === today} onClick={() => onDate(null)}>
          {t('day.today')}
        </Button>
      </div>
      <SegmentedControl
        aria-label={t('day.view.label')}
        value={view}
        data={dayViews.map((value) => ({ value, label: t(`day.view.${value}`) }))}
        onChange={(chosen) => onView(dayViews.find((known) => known === chosen) ?? 'plots')}
      />
    </>
  )
}
