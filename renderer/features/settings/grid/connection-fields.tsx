import { SegmentedControl, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { planObjective } from '../../../../shared/domain/site/grid.ts'
import type { Site } from '../../../../shared/domain/site/site.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { SaveFoot } from '../save-foot.tsx'
import { useSiteForm } from '../use-site-form.ts'
import { connectionFlaws, connectionFormOf, connectionPatchOf } from './connection-form.ts'

const ways = { formOf: connectionFormOf, flawsOf: connectionFlaws, patchOf: connectionPatchOf }

const numbers = [
  ['limitKw', 'kW'],
  ['limitA', 'A'],
  ['voltageV', 'V'],
  ['reservePct', '%'],
] as const

/** The form of the grid connection: what it bears, and what plans are to make of it. */
export function ConnectionFields({ site }: { site: Site }) {
  const { t } = useTranslation('grid')
  const { held, saving, savedAt } = useSiteForm(site, ways, t('connection.said'))
  const { form, setForm, flaws } = held
  return (
    <form className="lp-form" onSubmit={held.onSubmit} noValidate>
      {numbers.map(([name, unit]) => (
        <TextInput
          key={name}
          label={t(`connection.${name}`)}
          description={name === 'voltageV' ? undefined : t(`connection.${name}Hint`)}
          value={form[name]}
          inputMode="decimal"
          rightSection={<span className="lp-soft">{unit}</span>}
          rightSectionWidth={44}
          error={flaws.includes(name) ? t(`connection.${name}Bad`) : null}
          onChange={(event) => setForm({ ...form, [name]: event.currentTarget.value })}
        />
      ))}
      <div className="lp-choice">
        <span id="plan-objective" className="lp-grid-label">
          {t('connection.objective')}
        </span>
        <SegmentedControl
          aria-labelledby="plan-objective"
          data={planObjective.options.map((value) => ({
            value,
            label: t(`connection.objectives.${value}`),
          }))}
          value={form.planObjective}
          onChange={(value) => setForm({ ...form, planObjective: value })}
        />
        <span className="lp-soft">{t(`connection.objectiveHint.${form.planObjective}`)}</span>
      </div>
      <Switch
        label={t('connection.controls')}
        description={t(`connection.controlsHint.${form.controlsChargers ? 'on' : 'off'}`)}
        checked={form.controlsChargers}
        onChange={(event) => setForm({ ...form, controlsChargers: event.currentTarget.checked })}
      />
      <ErrorNote error={saving.error} />
      <SaveFoot label={t('connection.save')} held={held} busy={saving.busy} savedAt={savedAt} />
    </form>
  )
}
