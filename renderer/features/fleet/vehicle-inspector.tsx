import { useRows } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'
import { useRowForm } from '../../live/use-row-form.ts'
import { FleetInspector } from './fleet-inspector.tsx'
import { TokenLinks } from './token-links.tsx'
import { useVehicleActs } from './use-vehicle-acts.ts'
import { VehicleBookings } from './vehicle-bookings.tsx'
import { VehicleFields } from './vehicle-fields.tsx'
import { vehicleFlaws, vehicleFormOf, vehiclePatchOf } from './vehicle-form.ts'
import { VehicleMore } from './vehicle-more.tsx'
import type { VehicleRow } from './vehicle-row.ts'

/** One vehicle: its words to change, what is booked for it, and its id tokens. */
export function VehicleInspector({ row, onClose }: { row: VehicleRow; onClose: () => void }) {
  const { vehicle, bookings, tokens } = row
  const acts = useVehicleActs()
  const vehicles = useRows('vehicle')
  const held = useRowForm(vehicle, {
    formOf: vehicleFormOf,
    flawsOf: (form) => vehicleFlaws(form, vehicles, vehicle.id),
    patchOf: vehiclePatchOf,
    save: (patch) => acts.change(vehicle.id, patch),
    busy: acts.changing.busy,
  })
  return (
    <FleetInspector
      noun="vehicle"
      title={inert(vehicle.plate).text}
      subtitle={inert([vehicle.name, row.customer?.name].filter(Boolean).join(' · '), 120).text}
      more={<VehicleMore vehicle={vehicle} bookings={bookings.length} onGone={onClose} />}
      fields={
        <VehicleFields
          form={held.form}
          flaws={held.flaws}
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
      ready={held.ready}
      act={acts.changing}
      onSave={held.onSubmit}
      onTake={held.overtaken ? held.takeTheirs : null}
      onClose={onClose}
    />
  )
}
