import { Button, Tabs } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import { useRows } from '../../live/use-live.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { inert } from '../../ui/inert.ts'
import { Inspector } from '../../ui/inspector.tsx'
import { ChangedElsewhere } from './changed-elsewhere.tsx'
import { TokenLinks } from './token-links.tsx'
import { useVehicleActs } from './use-vehicle-acts.ts'
import { VehicleBookings } from './vehicle-bookings.tsx'
import { VehicleFields } from './vehicle-fields.tsx'
import { vehicleFlaws, vehicleFormOf, vehiclePatchOf } from './vehicle-form.ts'
import { VehicleMore } from './vehicle-more.tsx'
import type { VehicleRow } from './vehicle-row.ts'

const parts = ['details', 'bookings', 'tokens'] as const

/** One vehicle: its words to change, what is booked for it, and its id tokens. */
export function VehicleInspector({ row, onClose }: { row: VehicleRow; onClose: () => void }) {
  const { t } = useTranslation('fleet')
  const { vehicle, bookings, tokens } = row
  const acts = useVehicleActs()
  const vehicles = useRows('vehicle')
  const [base, setBase] = useState(vehicle)
  const [form, setForm] = useState(() => vehicleFormOf(vehicle))
  const [part, setPart] = useState<(typeof parts)[number]>('details')
  const flaws = vehicleFlaws(form, vehicles, vehicle.id)
  const patch = vehiclePatchOf(form, base)
  const dirty = Object.keys(patch).length > 0
  const show = (shown: Vehicle) => {
    setBase(shown)
    setForm(vehicleFormOf(shown))
  }
  const changedElsewhere = vehicle.updatedAt !== base.updatedAt
  // An untouched form simply follows the vehicle.
  if (changedElsewhere && !dirty && !acts.changing.busy) show(vehicle)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (flaws.length > 0 || !dirty) return
    const saved = await acts.change(vehicle.id, patch)
    if (saved) show(saved)
  }
  const counts = { details: 0, bookings: bookings.length, tokens: tokens.length }
  return (
    <Inspector
      title={inert(vehicle.plate).text}
      subtitle={inert([vehicle.name, row.customer?.name].filter(Boolean).join(' · '), 120).text}
      onClose={onClose}
      footer={
        <>
          <VehicleMore vehicle={vehicle} bookings={bookings.length} onGone={onClose} />
          {part === 'details' ? (
            <Button
              type="submit"
              form="vehicle"
              disabled={!dirty || flaws.length > 0}
              loading={acts.changing.busy}
            >
              {t('vehicle.save')}
            </Button>
          ) : null}
        </>
      }
    >
      <Tabs
        className="lp-tabs"
        value={part}
        onChange={(value) => setPart(parts.find((known) => known === value) ?? 'details')}
      >
        <Tabs.List aria-label={t('parts.label')}>
          {parts.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`parts.${name}`)}
              {counts[name] > 0 ? ` ${counts[name]}` : ''}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="details" className="lp-fleet-part">
          <form id="vehicle" onSubmit={(event) => void save(event)} noValidate>
            <VehicleFields
              form={form}
              flaws={flaws}
              tried
              vehicleId={vehicle.id}
              onChange={setForm}
            />
            {dirty && changedElsewhere ? <ChangedElsewhere onTake={() => show(vehicle)} /> : null}
            <ErrorNote error={acts.changing.error} />
          </form>
        </Tabs.Panel>
        <Tabs.Panel value="bookings" className="lp-fleet-part">
          <VehicleBookings bookings={bookings} />
        </Tabs.Panel>
        <Tabs.Panel value="tokens" className="lp-fleet-part">
          <TokenLinks of="vehicleId" id={vehicle.id} tokens={tokens} />
        </Tabs.Panel>
      </Tabs>
    </Inspector>
  )
}
