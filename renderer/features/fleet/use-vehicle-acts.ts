import { useTranslation } from 'react-i18next'
import type { Vehicle, VehicleWords } from '../../../shared/domain/vehicle/vehicle.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { inert } from '../../ui/inert.ts'
import { useUndo } from './use-undo.ts'

/** What can be done to vehicles; putting one aside and bringing it back can be undone in the status bar. */
export function useVehicleActs() {
  const { t } = useTranslation('fleet')
  const hub = useClient()
  const undo = useUndo()
  const adding = useAct((words: VehicleWords) => hub.vehicle.create(words))
  const changing = useAct((patch: Partial<VehicleWords> & { id: string }) =>
    hub.vehicle.update(patch),
  )
  const archiving = useAct((vehicle: Vehicle) => hub.vehicle.archive({ id: vehicle.id }))
  const restoring = useAct((vehicle: Vehicle) => hub.vehicle.restore({ id: vehicle.id }))
  const merging = useAct((pair: { id: string; from: string }) => hub.vehicle.merge(pair))
  const say = (act: 'added' | 'saved' | 'archived' | 'restored', vehicle: Vehicle) =>
    t(`said.${act}`, { name: inert(vehicle.plate).text })

  return {
    adding,
    changing,
    archiving,
    restoring,
    merging,
    add: async (words: VehicleWords) => {
      const vehicle = await adding.run(words)
      if (vehicle) tellAct(say('added', vehicle))
      return vehicle
    },
    change: async (id: string, patch: Partial<VehicleWords>) => {
      const vehicle = await changing.run({ ...patch, id })
      if (vehicle) tellAct(say('saved', vehicle))
      return vehicle
    },
    archive: async (vehicle: Vehicle) => {
      const done = await archiving.run(vehicle)
      const back = () => hub.vehicle.restore({ id: vehicle.id })
      if (done) tellAct(say('archived', done), undo(back, say('restored', done)))
      return done !== undefined
    },
    restore: async (vehicle: Vehicle) => {
      const done = await restoring.run(vehicle)
      const back = () => hub.vehicle.archive({ id: vehicle.id })
      if (done) tellAct(say('restored', done), undo(back, say('archived', done)))
      return done !== undefined
    },
    merge: async (kept: Vehicle, from: Vehicle) => {
      const done = await merging.run({ id: kept.id, from: from.id })
      const names = { from: inert(from.plate).text, name: inert(kept.plate).text }
      if (done) tellAct(t('said.merged', names))
      return done !== undefined
    },
  }
}
