import { useRows } from '../../live/use-live.ts'
import { inert } from '../../ui/inert.ts'
import { FleetInspector } from './fleet-inspector.tsx'
import { TokenLinks } from './token-links.tsx'
import { saving, useRowForm } from './use-row-form.ts'
import { useVehicleActs } from './use-vehicle-acts.ts'
import { VehicleBookings } from './vehicle-bookings.tsx'
import { VehicleFields } from './vehicle-fields.tsx'
import { vehicleFlaws, vehicleFormOf, vehiclePatchOf } from './vehicle-form.ts'
import { VehicleMore } from './vehicle-more.tsx'
import type { VehicleRow } from './vehicle-row.ts'

const ways = { formOf: vehicleFormOf, patchOf: vehiclePatchOf }

/** One vehicle: its words to change, what is booked for it, and its id tokens. */
export function VehicleInspector({ row, onClose }: { row: VehicleRow; onClose: () => void }) {
  const { vehicle, bookings, tokens } = row
  const acts = useVehicleActs()
  const vehicles = useRows('vehicle')
  const held = useRowForm(vehicle, ways, acts.changing.busy)
  const flaws = vehicleFlaws(held.form, vehicles, vehicle.id)
  const ready = held.dirty && flaws.length === 0
  return (
    <FleetInspector
      noun="vehicle"
      title={inert(vehicle.plate).text}
      subtitle={inert([vehicle.name, row.customer?.name].filter(Boolean).join(' · '), 120).text}
      more={<VehicleMore vehicle={vehicle} bookings={bookings.length} onGone={onClose} />}
      fields={
        <VehicleFields
          form={held.form}
          flaws={flaws}
          tried
          vehicleId={vehicle.id}
          onChange={held.setForm}
        />
      }
      parts={[
        {
          name: 'bookings',
          count: bookings.length,
          body: <VehicleBookings bookings={bookings} />,
        },
        {
          name: 'tokens',
          count: tokens.length,
          body: <TokenLinks of="vehicleId" id={vehicle.id} tokens={tokens} />,
        },
      ]}
      ready={ready}
      act={acts.changing}
      onSave={saving(ready, () => acts.change(vehicle.id, held.patch), held.show)}
      onTake={held.overtaken ? () => held.show(vehicle) : null}
      onClose={onClose}
    />
  )
}
