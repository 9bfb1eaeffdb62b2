import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Period, periods } from './period.ts'

/**
 * Which days a list is narrowed to: a period that has a name, or a first and a last day.
 * @param today the site's day as an ISO date: what days of one's own begin with
 */
export function PeriodSelect({
  value,
  today,
  onChange,
}: {
  value: Period
  today: string
  onChange: (period: Period) => void
}) {
  const { t } = useTranslation('ui')
  const own = typeof value === 'object' ? value : null
  const day = (which: 'first' | 'last', held: { first: string; last: string }) => (
    <TextInput
      size="sm"
      type="date"
      aria-label={t(`period.${which}`)}
      value={held[which]}
      onChange={(event) =>
        event.currentTarget.value && onChange({ ...held, [which]: event.currentTarget.value })
      }
    />
  )
  return (
    <>
      <Select
        size="sm"
        w={150}
        aria-label={t('period.label')}
        allowDeselect={false}
        value={own ? 'own' : String(value)}
        data={[
          ...periods.map((named) => ({ value: named, label: t(`period.${named}`) })),
          { value: 'own', label: t('period.own') },
        ]}
        onChange={(chosen) =>
          onChange(periods.find((known) => known === chosen) ?? { first: today, last: today })
        }
      />
      {own ? (
        <>
          {day('first', own)}
          {day('last', own)}
        </>
      ) : null}
    </>
  )
}
