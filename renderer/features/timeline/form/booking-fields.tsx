import { Checkbox, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { bookingPriority } from '../../../../shared/domain/booking/booking.ts'
import { useRows } from '../../../live/use-live.ts'
import { customerChoices, findChoices, vehicleChoices } from '../../../ui/input/fleet-choices.ts'
import { kiloText } from '../../../ui/input/typed-kilo.ts'
import { LocalTimeInput } from '../../../ui/input/local-time-input.tsx'
import type { BookingFlaw, BookingForm } from './booking-form.ts'
import { NeedFields } from './need-fields.tsx'
import { usePlaceOptions } from './place-options.ts'

/** What can be told of a booking. */
export function BookingFields({
  form,
  flaws,
  onChange,
}: {
  form: BookingForm
  /** Fields to be marked. */
  flaws: readonly BookingFlaw[]
  onChange: (change: Partial<BookingForm>) => void
}) {
  const { t } = useTranslation('booking')
  const places = usePlaceOptions()
  const vehicles = useRows('vehicle')
  const customers = useRows('customer')
  const vehicleOptions = useMemo(
    () => vehicleChoices(vehicles, form.vehicleId),
    [vehicles, form.vehicleId],
  )
  const customerOptions = useMemo(
    () => customerChoices(customers, form.customerId),
    [customers, form.customerId],
  )
  const hasFlexiblePrice = useRows('tariffAssignment').some(({ isFlexible }) => isFlexible)
  const chooseVehicle = (vehicleId: string | null) => {
    const vehicle = vehicles.find(({ id }) => id === vehicleId)
    const battery = vehicle?.batteryWh ?? null
    onChange({
      vehicleId,
      ...(vehicle ? { plate: '', customerId: vehicle.customerId ?? form.customerId } : {}),
      ...(battery === null ? {} : { batteryKWh: kiloText(battery) }),
    })
  }
  return (
    <Stack gap="sm">
      <Select
        label={t('form.vehicle')}
        placeholder={t('form.noVehicle')}
        data={vehicleOptions}
        value={form.vehicleId}
        onChange={chooseVehicle}
        filter={findChoices}
        searchable
        clearable
        limit={50}
        nothingFoundMessage={t('form.noneFound')}
      />
      {form.vehicleId === null ? (
        <TextInput
          label={t('form.plate')}
          value={form.plate}
          spellCheck={false}
          data-autofocus
          error={flaws.includes('plate') ? t('form.plateBad') : null}
          onChange={(event) => onChange({ plate: event.currentTarget.value.toUpperCase() })}
        />
      ) : null}
      <Select
        label={t('form.place')}
        placeholder={t('form.noPlace')}
        data={places}
        value={form.placeKey || null}
        onChange={(placeKey) => onChange({ placeKey: placeKey ?? '' })}
        searchable
        clearable
        nothingFoundMessage={t('form.noneFound')}
      />
      <LocalTimeInput
        label={t('form.arrives')}
        value={form.arrives}
        error={flaws.includes('arrives') ? t('form.timeBad') : null}
        onChange={(arrives) => onChange({ arrives })}
      />
      <LocalTimeInput
        label={t('form.departs')}
        value={form.departs}
        error={flaws.includes('departs') ? t('form.timeBad') : null}
        onChange={(departs) => onChange({ departs })}
      />
      <Checkbox
        label={t('form.flexible')}
        description={hasFlexiblePrice ? t('form.flexiblePrice') : undefined}
        checked={form.flexible}
        onChange={(event) => onChange({ flexible: event.currentTarget.checked })}
      />
      {form.flexible ? (
        <LocalTimeInput
          label={t('form.latestDeparts')}
          value={form.latestDeparts}
          error={flaws.includes('latestDeparts') ? t('form.timeBad') : null}
          onChange={(latestDeparts) => onChange({ latestDeparts })}
        />
      ) : null}
      <NeedFields form={form} flaws={flaws} onChange={onChange} />
      <Select
        label={t('form.customer')}
        placeholder={t('form.noCustomer')}
        data={customerOptions}
        value={form.customerId}
        onChange={(customerId) => onChange({ customerId })}
        searchable
        clearable
        limit={50}
        nothingFoundMessage={t('form.noneFound')}
      />
      <SimpleGrid cols={2} spacing="sm">
        <Select
          label={t('form.priority')}
          data={bookingPriority.options.map((value) => ({ value, label: t(`priority.${value}`) }))}
          value={form.priority}
          allowDeselect={false}
          onChange={(value) => {
            const priority = bookingPriority.options.find((known) => known === value)
            if (priority) onChange({ priority })
          }}
        />
        <TextInput
          label={t('form.idToken')}
          value={form.idToken}
          spellCheck={false}
          error={flaws.includes('idToken') ? t('form.idTokenBad') : null}
          onChange={(event) => onChange({ idToken: event.currentTarget.value })}
        />
      </SimpleGrid>
      <Textarea
        label={t('form.note')}
        value={form.note}
        autosize
        minRows={2}
        maxLength={2_000}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </Stack>
  )
}
