import { Checkbox, MultiSelect, Select, Stack, TextInput, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { connectorStandard } from '../../../shared/domain/connector/equipment.ts'
import { holderOfPlate } from '../../../shared/domain/vehicle/plate.ts'
import { useRows } from '../../live/use-live.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { ClockInput } from '../../ui/input/clock-input.tsx'
import { CustomerSelect } from './customer-select.tsx'
import type { VehicleFlaw, VehicleForm } from './vehicle-form.ts'

/** The fields of a vehicle. An empty plate is no mistake before anything was sent. */
export function VehicleFields({
  form,
  flaws,
  tried,
  vehicleId,
  onChange,
}: {
  form: VehicleForm
  flaws: readonly VehicleFlaw[]
  tried: boolean
  /** Null for a new one. */
  vehicleId: string | null
  onChange: (form: VehicleForm) => void
}) {
  const { t } = useTranslation('fleet')
  const holder = holderOfPlate(useRows('vehicle'), form.plate, vehicleId)
  const put = (change: Partial<VehicleForm>) => onChange({ ...form, ...change })
  const flaw = (name: VehicleFlaw, words: string) => (flaws.includes(name) ? words : null)
  const kilo = (
    word: 'batteryKwh' | 'acKw' | 'dcKw',
    label: string,
    unit: string,
    error: string | null,
  ) => (
    <TextInput
      label={label}
      value={form[word]}
      inputMode="decimal"
      rightSection={<span className="lp-soft">{unit}</span>}
      rightSectionWidth={44}
      error={error}
      onChange={(event) => put({ [word]: event.currentTarget.value })}
    />
  )
  return (
    <Stack gap="md">
      <div className="lp-fleet-pair">
        <div>
          <TextInput
            label={t('vehicle.plate')}
            value={form.plate}
            autoFocus={vehicleId === null}
            spellCheck={false}
            autoCapitalize="characters"
            error={
              flaw('plateTaken', t('vehicle.plateTaken')) ??
              (tried || form.plate !== '' ? flaw('plate', t('vehicle.plateBad')) : null)
            }
            onChange={(event) => put({ plate: event.currentTarget.value })}
          />
          {flaws.includes('plateTaken') && holder ? (
            <a className="lp-fleet-hint" href={hrefOf({ screen: 'vehicles', open: holder.id })}>
              {t('vehicle.openThatOne')}
            </a>
          ) : null}
        </div>
        <ClockInput
          label={t('vehicle.departs')}
          value={form.departsAt}
          error={flaw('departs', t('vehicle.departsBad'))}
          onChange={(departsAt) => put({ departsAt })}
        />
      </div>
      <TextInput
        label={t('vehicle.name')}
        description={t('vehicle.nameHint')}
        value={form.name}
        error={flaw('name', t('vehicle.tooLong', { max: 80 }))}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <CustomerSelect value={form.customerId} onChange={(customerId) => put({ customerId })} />
      <div className="lp-fleet-pair">
        {kilo('batteryKwh', t('vehicle.battery'), 'kWh', flaw('battery', t('vehicle.batteryBad')))}
        <Select
          label={t('vehicle.phases')}
          placeholder={t('vehicle.phasesUnknown')}
          clearable
          clearButtonProps={{ 'aria-label': t('vehicle.phasesUnknown') }}
          data={phases.map(String)}
          value={form.acPhases === null ? null : String(form.acPhases)}
          onChange={(value) =>
            put({ acPhases: phases.find((count) => String(count) === value) ?? null })
          }
        />
      </div>
      <div>
        <div className="lp-fleet-pair">
          {kilo('acKw', t('vehicle.ac'), 'kW', flaw('ac', t('vehicle.acBad')))}
          {kilo('dcKw', t('vehicle.dc'), 'kW', flaw('dc', t('vehicle.dcBad')))}
        </div>
        <p className="lp-fleet-hint">{t('vehicle.powerHint')}</p>
      </div>
      <MultiSelect
        label={t('vehicle.standards')}
        placeholder={form.standards.length === 0 ? t('vehicle.standardsAny') : ''}
        data={connectorStandard.options.map((value) => ({ value, label: t(`plug.${value}`) }))}
        value={form.standards}
        hidePickedOptions
        onChange={(values) =>
          put({ standards: connectorStandard.options.filter((known) => values.includes(known)) })
        }
      />
      <Checkbox
        label={t('vehicle.resumes')}
        description={t('vehicle.resumesHint')}
        checked={form.resumes}
        onChange={(event) => put({ resumes: event.currentTarget.checked })}
      />
      <TextInput
        label={t('vehicle.costCentre')}
        value={form.costCentre}
        error={flaw('costCentre', t('vehicle.tooLong', { max: 40 }))}
        onChange={(event) => put({ costCentre: event.currentTarget.value })}
      />
      <Textarea
        label={t('vehicle.note')}
        value={form.note}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        onChange={(event) => put({ note: event.currentTarget.value })}
      />
    </Stack>
  )
}

const phases = [1, 2, 3] as const
