import { Radio, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../../../shared/domain/site/site.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { SaveFoot } from '../save-foot.tsx'
import { useSiteForm } from '../use-site-form.ts'
import { baseLoadKinds, buildingFlaws, buildingFormOf, buildingPatchOf } from './building-form.ts'
import { BuildingMeter } from './building-meter.tsx'
import { ProfileFields } from './profile-fields.tsx'
import { SeriesPanel } from './series-panel.tsx'

const ways = { formOf: buildingFormOf, flawsOf: buildingFlaws, patchOf: buildingPatchOf }

/** How the building's own load is known, and what it takes to know it that way. */
export function BuildingPart({ site }: { site: Site }) {
  const { t } = useTranslation('grid')
  const { held, saving, savedAt } = useSiteForm(site, ways, t('building.said'))
  const { form, setForm, flaws } = held
  return (
    <>
      <div className="lp-panel lp-form-panel">
        <form className="lp-form lp-grid-wide" onSubmit={held.onSubmit} noValidate>
          <Radio.Group
            label={t('building.kind')}
            description={t('building.kindHint')}
            value={form.kind}
            onChange={(value) => {
              const kind = baseLoadKinds.find((known) => known === value)
              if (kind) setForm({ ...form, kind })
            }}
          >
            <div className="lp-grid-kinds">
              {baseLoadKinds.map((kind) => (
                <Radio
                  key={kind}
                  value={kind}
                  label={t(`building.kinds.${kind}`)}
                  description={t(`building.kindSays.${kind}`)}
                />
              ))}
            </div>
          </Radio.Group>
          {form.kind === 'constant' ? (
            <TextInput
              label={t('building.constant')}
              className="lp-grid-short"
              value={form.constantKw}
              inputMode="decimal"
              rightSection={<span className="lp-soft">kW</span>}
              rightSectionWidth={44}
              error={flaws.includes('constant') ? t('building.constantBad') : null}
              onChange={(event) => setForm({ ...form, constantKw: event.currentTarget.value })}
            />
          ) : null}
          {form.kind === 'profile' ? <ProfileFields form={form} onChange={setForm} /> : null}
          <ErrorNote error={saving.error} />
          <SaveFoot label={t('building.save')} held={held} busy={saving.busy} savedAt={savedAt} />
        </form>
      </div>
      {form.kind === 'meter' ? <BuildingMeter /> : null}
      {form.kind === 'series' ? (
        <SeriesPanel kind="base" currency={site.currency} used={site.baseLoad.kind === 'series'} />
      ) : null}
    </>
  )
}
