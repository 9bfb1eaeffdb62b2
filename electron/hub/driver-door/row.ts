import type { DriverDoor, DriverDoorWords } from '../../../shared/domain/driver-door/driver-door.ts'
import type { Lookups } from '../store/reads.ts'
import type { Patch, Writes } from '../store/writes.ts'

/** How the driver's page is laid open, as the unit finds it. */
export function driverDoorOf(lookups: Lookups): DriverDoor {
  const door = lookups.get('driverDoor', 'driverDoor')
  if (door === undefined) throw new Error('The door is made when the hub starts.')
  return door
}

/** Changes how the page is laid open; what is left out stays. */
export function changeDriverDoor(
  tx: Writes,
  words: { [Word in keyof DriverDoorWords]?: DriverDoorWords[Word] | undefined },
): DriverDoor {
  const before = driverDoorOf(tx)
  const patch: Patch<'driverDoor'> = { ...words, updatedAt: tx.now }
  const after = tx.update('driverDoor', before.id, patch) ?? before
  tx.journal({ act: 'driverDoor.update', noun: 'driverDoor', nounId: before.id, before, after })
  return after
}
