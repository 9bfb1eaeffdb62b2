import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import { useRows } from '../../live/use-live.ts'
import { ConfirmAct } from '../../ui/confirm-act.tsx'
import { vehicleChoices } from '../../ui/fleet-choices.ts'
import { inert } from '../../ui/inert.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { MoreMenu } from './more-menu.tsx'
import { useVehicleActs } from './use-vehicle-acts.ts'

/** Merging a vehicle with another and putting it aside, each asked first. */
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
  const acts = useVehicleActs()
  const vehicles = useRows('vehicle')
  const [asked, setAsked] = useState<'archive' | 'merge' | null>(null)
  const name = inert(vehicle.plate).text
  const close = () => setAsked(null)
  const archive = async () => {
    if (!(await acts.archive(vehicle))) return
    close()
    onGone()
  }
  const merge = async (id: string) => {
    const from = vehicles.find((row) => row.id === id)
    if (from && (await acts.merge(vehicle, from))) close()
  }
  return (
    <>
      <MoreMenu
        onMerge={() => {
          acts.merging.clear()
          setAsked('merge')
        }}
        onArchive={() => {
          acts.archiving.clear()
          setAsked('archive')
        }}
      />
      <ConfirmAct
        opened={asked === 'archive'}
        title={t('archive.title', { name })}
        act={t('archive.act')}
        destructive
        ready={bookings === 0}
        busy={acts.archiving.busy}
        error={acts.archiving.error}
        onConfirm={() => void archive()}
        onCancel={close}
      >
        {bookings > 0 ? t('archive.vehicleBooked', { count: bookings }) : t('archive.vehicle')}
      </ConfirmAct>
      {asked === 'merge' ? (
        <MergeDialog
          noun="vehicle"
          name={name}
          choices={vehicleChoices(vehicles, null).filter(({ value }) => value !== vehicle.id)}
          act={acts.merging}
          onMerge={(id) => void merge(id)}
          onCancel={close}
        />
      ) : null}
    </>
  )
}
