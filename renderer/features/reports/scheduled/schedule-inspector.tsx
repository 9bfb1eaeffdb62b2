import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportPreset } from '../../../../shared/domain/report/preset.ts'
import { localDayOf } from '../../../../shared/domain/report/period.ts'
import type { ReportSchedule } from '../../../../shared/domain/report/schedule.ts'
import { NeedsNote, useHeldBack } from '../../../session/needs.tsx'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { useDraft } from '../export/draft-store.ts'
import type { Clock } from '../period-step.ts'
import { ScheduleFields } from './schedule-fields.tsx'
import { formOfSchedule, newScheduleForm, scheduleFlaws } from './schedule-form.ts'
import { ScheduleTrouble } from './schedule-trouble.tsx'
import { useScheduleActs } from './use-schedule-acts.ts'

/** A schedule to fill in or change, to let rest, to run at once or to delete. */
export function ScheduleInspector({
  schedule,
  presets,
  clock,
  onClose,
  onMade,
}: {
  /** Null is a new one. */
  schedule: ReportSchedule | null
  presets: readonly ReportPreset[]
  clock: Clock
  onClose: () => void
  onMade: (id: string) => void
}) {
  const { t } = useTranslation('reports')
  const today = localDayOf(clock.now, clock.timeZone)
  // The report that was last worked on is the one most likely meant.
  const workedId = useDraft(({ presetId }) => presetId)
  const worked = presets.find(({ id }) => id === workedId)
  const [form, setForm] = useState(() =>
    schedule === null
      ? newScheduleForm(worked?.id ?? presets[0]?.id ?? null, today)
      : formOfSchedule(schedule, today),
  )
  const [removing, setRemoving] = useState(false)
  const name = inert(presets.find(({ id }) => id === form.presetId)?.name ?? '', 60).text
  const acts = useScheduleActs(schedule?.id ?? null, name)
  const held = useHeldBack('account')
  const flaws = scheduleFlaws(form, schedule)
  const save = async () => {
    const saved = await acts.save.run({ form, before: schedule })
    if (saved === undefined) return
    setForm((now) => ({ ...now, chosen: null }))
    if (schedule === null) onMade(saved.id)
  }
  return (
    <Inspector
      title={schedule === null ? t('schedule.form.new') : name}
      {...(schedule === null ? {} : { subtitle: t('schedule.form.edit') })}
      onClose={onClose}
      footer={
        <>
          {schedule === null ? null : (
            <Button variant="default" {...held} onClick={() => setRemoving(true)}>
              {t('schedule.form.remove')}
            </Button>
          )}
          <Button
            {...held}
            disabled={held.disabled || flaws.length > 0}
            loading={acts.save.busy}
            onClick={() => void save()}
          >
            {t(schedule === null ? 'schedule.form.create' : 'schedule.form.save')}
          </Button>
        </>
      }
    >
      <Stack gap="md">
        <NeedsNote right="account" />
        {schedule === null ? null : <ScheduleTrouble schedule={schedule} />}
        <ErrorNote error={acts.save.error ?? acts.pause.error ?? acts.run.error} />
        {schedule === null ? null : (
          <div className="lp-schedule-acts">
            <Button
              variant="default"
              {...held}
              title={held.title ?? t('schedule.form.runHint')}
              loading={acts.run.busy}
              onClick={() => void acts.run.run()}
            >
              {t('schedule.form.run')}
            </Button>
            <Button
              variant="default"
              {...held}
              title={held.title ?? t('schedule.form.resumeHint')}
              loading={acts.pause.busy}
              onClick={() => void acts.pause.run(schedule.pausedAt === null)}
            >
              {t(schedule.pausedAt === null ? 'schedule.form.pause' : 'schedule.form.resume')}
            </Button>
          </div>
        )}
        <ScheduleFields
          form={form}
          before={schedule}
          flaws={flaws}
          presets={presets}
          clock={clock}
          onChange={(changes) => setForm((now) => ({ ...now, ...changes }))}
        />
      </Stack>
      <ConfirmAct
        opened={removing}
        destructive
        title={t('schedule.form.removeTitle', { name })}
        act={t('schedule.form.removeAct')}
        busy={acts.remove.busy}
        error={acts.remove.error}
        onConfirm={() => void acts.remove.run().then((gone) => gone && onClose())}
        onCancel={() => setRemoving(false)}
      >
        {t('schedule.form.removeText')}
      </ConfirmAct>
    </Inspector>
  )
}
