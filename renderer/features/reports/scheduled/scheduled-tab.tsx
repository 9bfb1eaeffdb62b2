import { Button } from '@mantine/core'
import { IconCalendarRepeat, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRows } from '../../../live/use-live.ts'
import { NEW } from '../../../navigation/route.ts'
import { hrefOf, navigate } from '../../../navigation/use-route.ts'
import { NeedsNote, useHeldBack } from '../../../session/needs.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { ReportsFrame } from '../reports-frame.tsx'
import { useClock } from '../use-clock.ts'
import { usePresets } from '../export/use-presets.ts'
import { ScheduleInspector } from './schedule-inspector.tsx'
import { useScheduleColumns } from './use-schedule-columns.tsx'
import './scheduled.css'

const close = () => navigate({ screen: 'reports', tab: 'scheduled' })
const show = (open: string) => navigate({ screen: 'reports', tab: 'scheduled', open })

/** Reports that are written into a folder by themselves, and whether they can be. */
export function ScheduledTab({ open }: { open: string | null }) {
  const { t } = useTranslation('reports')
  const clock = useClock()
  const schedules = useRows('reportSchedule')
  const { rows: presets } = usePresets()
  const columns = useScheduleColumns(presets, clock)
  const held = useHeldBack('account')
  const shown = schedules.find(({ id }) => id === open) ?? null
  const late = schedules.filter(
    ({ lastError, pausedAt }) => lastError !== null && pausedAt === null,
  ).length
  const summary = [
    t('schedule.count', { count: schedules.length }),
    ...(late === 0 ? [] : [t('schedule.late', { count: late })]),
  ].join(' · ')
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden="true" />}
      {...held}
      disabled={held.disabled || presets.length === 0}
      onClick={() => show(NEW)}
    >
      {t('schedule.add')}
    </Button>
  )
  return (
    <ReportsFrame
      tab="scheduled"
      summary={schedules.length === 0 ? null : summary}
      actions={schedules.length === 0 ? null : add}
      inspector={
        (open === NEW && presets.length > 0) || shown !== null ? (
          <ScheduleInspector
            key={shown?.id ?? NEW}
            schedule={shown}
            presets={presets}
            clock={clock}
            onClose={close}
            onMade={show}
          />
        ) : null
      }
    >
      {schedules.length === 0 ? (
        <EmptyState
          icon={<IconCalendarRepeat size={40} stroke={1.2} />}
          title={t('schedule.empty.title')}
          action={
            presets.length > 0 ? (
              add
            ) : (
              <Button component="a" href={hrefOf({ screen: 'reports', tab: 'export' })}>
                {t('schedule.empty.toExport')}
              </Button>
            )
          }
        >
          <p>{t('schedule.empty.text')}</p>
          {presets.length === 0 ? <p>{t('schedule.empty.noPreset')}</p> : null}
          <NeedsNote right="account" />
        </EmptyState>
      ) : (
        <DataTable
          name="reports.scheduled"
          label={t('schedule.table')}
          rows={schedules}
          columns={columns}
          rowId={({ id }) => id}
          onOpen={({ id }) => show(id)}
          selectedId={open}
          initialSort={{ columnId: 'report', descending: false }}
        />
      )}
    </ReportsFrame>
  )
}
