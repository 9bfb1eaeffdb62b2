import { Button, SegmentedControl, Select, Stack, TextInput } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ReportPreset } from '../../../../shared/domain/report/preset.ts'
import { asFarAsKnown } from '../../../../shared/domain/report/report-kind.ts'
import { fileNameOf, periodName } from '../../../../shared/domain/report/schedule-due.ts'
import { scheduleEvery } from '../../../../shared/domain/report/schedule.ts'
import type { ReportSchedule } from '../../../../shared/domain/report/schedule.ts'
import { useAct } from '../../../live/use-act.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { ClockInput } from '../../../ui/input/clock-input.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import { canChooseTarget, chooseFolder } from '../export/target.ts'
import type { Clock } from '../period-step.ts'
import type { ScheduleFlaw, ScheduleForm } from './schedule-form.ts'

/** What is written, how often, where and under which name. */
export function ScheduleFields({
  form,
  before,
  flaws,
  presets,
  clock,
  onChange,
}: {
  form: ScheduleForm
  /** The schedule that is changed; null while it is a new one. */
  before: ReportSchedule | null
  flaws: readonly ScheduleFlaw[]
  presets: readonly ReportPreset[]
  clock: Clock
  onChange: (changes: Partial<ScheduleForm>) => void
}) {
  const { t } = useTranslation('reports')
  const choosing = useAct<void, void>(async () => {
    const chosen = await chooseFolder()
    if (chosen !== null) onChange({ chosen })
  })
  const preset = presets.find(({ id }) => id === form.presetId)
  const folder = form.chosen?.path ?? before?.folder ?? null
  const period = periodName(clock.now, form.every, clock.timeZone)
  const example = fileNameOf(form.fileNamePattern, { name: preset?.name ?? '', period })
  return (
    <Stack gap="md">
      <div>
        <Select
          label={t('schedule.form.report')}
          description={t('schedule.form.reportHint')}
          searchable
          allowDeselect={false}
          data={presets.map(({ id, name }) => ({ value: id, label: inert(name, 80).text }))}
          value={form.presetId}
          onChange={(presetId) => onChange({ presetId })}
        />
        {preset === undefined ? null : (
          <a href={hrefOf({ screen: 'reports', tab: 'export', open: preset.id })}>
            {t('schedule.form.change')}
          </a>
        )}
        {preset !== undefined && asFarAsKnown.has(preset.spec.kind) ? (
          <p className="lp-soft lp-schedule-known">{t('schedule.form.asFarAsKnown')}</p>
        ) : null}
      </div>
      <div className="lp-schedule-pair">
        <div>
          <div className="lp-field-label" id="schedule-every">
            {t('schedule.form.every')}
          </div>
          <SegmentedControl
            fullWidth
            aria-labelledby="schedule-every"
            value={form.every}
            data={scheduleEvery.options.map((value) => ({
              value,
              label: t(`schedule.every.${value}`),
            }))}
            onChange={(chosen) => {
              const every = scheduleEvery.options.find((known) => known === chosen)
              if (every) onChange({ every })
            }}
          />
        </div>
        <ClockInput
          label={t('schedule.form.at')}
          value={form.atTime}
          error={flaws.includes('atTime') ? t('schedule.form.atBad') : null}
          onChange={(atTime) => onChange({ atTime })}
        />
      </div>
      <div>
        <div className="lp-field-label">{t('schedule.form.folder')}</div>
        <p className="lp-schedule-folder">
          {folder === null ? (
            <span className="lp-soft">{t('schedule.form.noFolder')}</span>
          ) : (
            <InertText text={folder} max={300} />
          )}
        </p>
        <Button
          variant="default"
          leftSection={<IconFolder size={16} aria-hidden="true" />}
          disabled={!canChooseTarget()}
          title={canChooseTarget() ? undefined : t('schedule.form.noShell')}
          loading={choosing.busy}
          onClick={() => void choosing.run()}
        >
          {t('schedule.form.choose')}
        </Button>
        <ErrorNote error={choosing.error} />
      </div>
      <TextInput
        label={t('schedule.form.name')}
        description={t('schedule.form.nameHint')}
        maxLength={120}
        value={form.fileNamePattern}
        error={flaws.includes('pattern') ? t('schedule.form.nameBad') : null}
        onChange={(event) => onChange({ fileNamePattern: event.currentTarget.value })}
      />
      <p className="lp-soft lp-schedule-example">
        {t('schedule.form.example', { name: inert(example, 200).text })}
      </p>
      {before === null ? (
        <TextInput
          type="date"
          label={t('schedule.form.since')}
          description={t('schedule.form.sinceHint')}
          value={form.since}
          onChange={(event) => {
            const { value } = event.currentTarget
            if (value !== '') onChange({ since: value })
          }}
        />
      ) : null}
    </Stack>
  )
}
