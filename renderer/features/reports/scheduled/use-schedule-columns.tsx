import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportPreset } from '../../../../shared/domain/report/preset.ts'
import type { ReportSchedule } from '../../../../shared/domain/report/schedule.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import type { TableColumn } from '../../../ui/table/table-column.ts'
import type { Clock } from '../period-step.ts'
import { scheduleState } from './schedule-state.ts'

/** The columns of the table of schedules. */
export function useScheduleColumns(
  presets: readonly ReportPreset[],
  clock: Clock,
): TableColumn<ReportSchedule>[] {
  const { t } = useTranslation('reports')
  const format = useFormat()
  return useMemo(() => {
    const nameOf = ({ presetId }: ReportSchedule) =>
      presets.find(({ id }) => id === presetId)?.name ?? ''
    return [
      {
        id: 'report',
        title: t('schedule.columns.report'),
        fixed: true,
        width: 150,
        grow: 2,
        sortBy: nameOf,
        cell: (row) => (
          <strong>
            <InertText text={nameOf(row)} max={80} />
          </strong>
        ),
      },
      {
        id: 'state',
        title: t('schedule.columns.state'),
        fixed: true,
        width: 130,
        sortBy: (row) => scheduleState(row, clock).state,
        cell: (row) => {
          const { state } = scheduleState(row, clock)
          return (
            <span className="lp-schedule-state" data-state={state}>
              {t(`schedule.state.${state}`)}
            </span>
          )
        },
      },
      {
        id: 'every',
        title: t('schedule.columns.every'),
        width: 110,
        sortBy: ({ every, atTime }) => `${every} ${atTime}`,
        cell: ({ every, atTime }) =>
          t('schedule.at', { every: t(`schedule.every.${every}`), at: atTime }),
      },
      {
        id: 'next',
        title: t('schedule.columns.next'),
        width: 120,
        sortBy: (row) => scheduleState(row, clock).nextAt,
        cell: (row) => {
          const { state, nextAt } = scheduleState(row, clock)
          return state === 'paused' ? null : format.moment(nextAt, clock.now)
        },
      },
      {
        id: 'last',
        title: t('schedule.columns.last'),
        width: 190,
        grow: 2,
        sortBy: ({ lastFile }) => lastFile,
        cell: ({ lastFile }) =>
          lastFile === null ? (
            <span className="lp-soft">{t('schedule.never')}</span>
          ) : (
            <InertText text={lastFile} max={120} />
          ),
      },
      {
        id: 'folder',
        title: t('schedule.columns.folder'),
        width: 160,
        grow: 2,
        sortBy: ({ folder }) => folder,
        cell: ({ folder }) => <InertText text={folder} max={200} />,
      },
    ]
  }, [t, format, presets, clock])
}
