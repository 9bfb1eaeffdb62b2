import { useTranslation } from 'react-i18next'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import { useRows } from '../../live/use-live.ts'
import { vehicleChoices } from '../../ui/input/fleet-choices.ts'
import { FleetMore } from './fleet-more.tsx'
import { useVehicleActs, vehicleName } from './use-vehicle-acts.ts'

/** Merging a vehicle with another and putting it aside. */
export function VehicleMore({
  vehicle,
  bookings,
  onGone,
}: {
  vehicle: Vehicle
  /** How many keep it from being put aside. */
  bookings: number
  onGone: () => void
}) {
  const { t } = useTranslation('fleet')
  const vehicles = useRows('vehicle')
  return (
    <FleetMore
      noun="vehicle"
      name={vehicleName(vehicle)}
      row={vehicle}
      rows={vehicles}
      choices={vehicleChoices(vehicles, null)}
      acts={useVehicleActs()}
      archivable={bookings === 0}
      archiveBody={
        bookings > 0 ? t('archive.vehicleBooked', { count: bookings }) : t('archive.vehicle')
      }
      onGone={onGone}
    />
  )
}
