import { Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { bookingPriority } from '../../../shared/domain/booking/booking.ts'
import { useRows } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'
import { kiloText } from '../../ui/input/typed-kilo.ts'
import type { RuleFlaw, RuleForm } from './rule-form.ts'
import { RuleNeedFields } from './rule-need-fields.tsx'
import { usePlaceChoices } from './use-place-choices.ts'

/** What a rule books: where, for which vehicle, how much. */
export function RuleWhatFields({
  form,
  onChange,
  flaws,
}: {
  form: RuleForm
  onChange: (form: RuleForm) => void
  flaws: readonly RuleFlaw[]
}) {
  const { t } = useTranslation('recurring')
  const vehicles = useRows('vehicle')
  const customers = useRows('customer')
  const places = usePlaceChoices(form.place)
  const chooseVehicle = (vehicleId: string | null) => {
    const batteryWh = vehicles.find((row) => row.id === vehicleId)?.batteryWh ?? null
    const battery = batteryWh === null ? {} : { batteryKwh: kiloText(batteryWh) }
    onChange({ ...form, vehicleId, ...battery })
  }
  return (
    <>
      <Select
        label={t('place')}
        description={t('placeHint')}
        placeholder={t('placeNone')}
        clearable
        clearButtonProps={{ 'aria-label': t('placeNone') }}
        searchable
        limit={200}
        data={places}
        value={form.place}
        onChange={(place) => onChange({ ...form, place })}
      />
      <Select
        label={t('vehicle')}
        placeholder={t('vehicleNone')}
        clearable
        clearButtonProps={{ 'aria-label': t('vehicleNone') }}
        searchable
        limit={100}
        data={vehicles
          .filter((row) => row.archivedAt === null || row.id === form.vehicleId)
          .map((row) => ({
            value: row.id,
            label: inert([row.plate, row.name].filter(Boolean).join(' · '), 80).text,
          }))
          .toSorted((a, b) => a.label.localeCompare(b.label))}
        value={form.vehicleId}
        onChange={chooseVehicle}
      />
      {form.vehicleId === null ? (
        <TextInput
          label={t('plate')}
          description={t('plateHint')}
          value={form.plate}
          maxLength={20}
          spellCheck={false}
          onChange={(event) => onChange({ ...form, plate: event.currentTarget.value })}
        />
      ) : null}
      <Select
        label={t('customer')}
        description={t('customerHint')}
        placeholder={t('customerNone')}
        clearable
        clearButtonProps={{ 'aria-label': t('customerNone') }}
        searchable
        limit={100}
        data={customers
          .filter((row) => row.archivedAt === null || row.id === form.customerId)
          .map((row) => ({ value: row.id, label: inert(row.name, 80).text }))
          .toSorted((a, b) => a.label.localeCompare(b.label))}
        value={form.customerId}
        onChange={(customerId) => onChange({ ...form, customerId })}
      />
      <RuleNeedFields form={form} onChange={onChange} flaws={flaws} />
      <Select
        label={t('priority.label')}
        data={bookingPriority.options.map((value) => ({ value, label: t(`priority.${value}`) }))}
        value={form.priority}
        allowDeselect={false}
        onChange={(value) => {
          const priority = bookingPriority.options.find((known) => known === value)
          if (priority) onChange({ ...form, priority })
        }}
      />
      <Textarea
        label={t('note')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2_000}
        value={form.note}
        onChange={(event) => onChange({ ...form, note: event.currentTarget.value })}
      />
    </>
  )
}
