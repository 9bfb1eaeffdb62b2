import { ActionIcon, Select, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ReportPeriod } from '../../../shared/domain/report/period.ts'
import {
  chosenAs,
  choiceOf,
  daysOf,
  hasNext,
  periodAt,
  periodChoices,
  stepped,
} from './period-step.ts'
import type { Clock } from './period-step.ts'
import { usePeriodName, useRecentWords } from './use-period-words.ts'

/** Which time a report is over: a unit of the calendar to step through, or any days. */
export function PeriodPicker({
  period,
  clock,
  onChange,
}: {
  period: ReportPeriod
  clock: Clock
  onChange: (period: ReportPeriod) => void
}) {
  const { t } = useTranslation('reports')
  const nameOf = usePeriodName()
  const recentOf = useRecentWords()
  const choice = choiceOf(period)
  const days = daysOf(period, clock)
  const recent = recentOf(period)
  const day = (which: 'firstDay' | 'lastDay', label: string) => (
    <TextInput
      size="sm"
      w={136}
      type="date"
      aria-label={label}
      value={days[which]}
      onChange={(event) => {
        const { value } = event.currentTarget
        if (value === '') return
        const [firstDay = value, lastDay = value] = [
          which === 'firstDay' ? value : days.firstDay,
          which === 'lastDay' ? value : days.lastDay,
        ].toSorted()
        onChange({ is: 'days', firstDay, lastDay })
      }}
    />
  )
  return (
    <div className="lp-reports-period">
      <Select
        size="sm"
        w={150}
        aria-label={t('period.label')}
        allowDeselect={false}
        value={choice}
        data={periodChoices.map((value) => ({ value, label: t(`period.choice.${value}`) }))}
        onChange={(chosen) => {
          const known = periodChoices.find((one) => one === chosen)
          if (known) onChange(chosenAs(known, period, clock))
        }}
      />
      <ActionIcon
        variant="default"
        size={32}
        aria-label={t('period.before')}
        onClick={() => onChange(stepped(period, -1, clock))}
      >
        <IconChevronLeft size={16} aria-hidden="true" />
      </ActionIcon>
      {choice === 'days' ? (
        <>
          {day('firstDay', t('period.first'))}
          {day('lastDay', t('period.last'))}
        </>
      ) : (
        <label className="lp-reports-period-name">
          <strong>{nameOf(period, clock)}</strong>
          {recent === null ? null : <span className="lp-soft">{recent}</span>}
          <input
            type="date"
            aria-label={t('period.in')}
            value={days.firstDay}
            onClick={(event) => event.currentTarget.showPicker()}
            onChange={(event) => {
              const { value } = event.currentTarget
              if (value !== '') onChange(periodAt(choice, value, clock))
            }}
          />
        </label>
      )}
      <ActionIcon
        variant="default"
        size={32}
        aria-label={t('period.after')}
        disabled={!hasNext(period, clock)}
        onClick={() => onChange(stepped(period, 1, clock))}
      >
        <IconChevronRight size={16} aria-hidden="true" />
      </ActionIcon>
    </div>
  )
}
