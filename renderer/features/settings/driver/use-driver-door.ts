import { useState } from 'react'
import type { DoorState, DriverDoor } from '../../../../shared/domain/driver-door/driver-door.ts'
import { useClient } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { useQuery } from '../../../live/use-query.ts'
import { useReloadOn } from '../../../live/use-reload-on.ts'

/** How often it is asked how the door stands, ms. */
const LOOK_MS = 5_000

/** The door for phones: how it is laid open, and how it stands. */
export interface DoorNow {
  readonly door: DriverDoor
  readonly state: DoorState
}

/** Asks how the door stands, again every few seconds: phones come and go, and certificates end. */
export function useDriverDoor(): {
  now: DoorNow | undefined
  error: unknown
  reload: () => void
  /** Shows what a change of it has brought. */
  tell: (now: DoorNow) => void
} {
  const hub = useClient()
  const asked = useQuery('driverDoor', (signal) => hub.driverDoor.get(undefined, { signal }))
  const [told, setTold] = useState<{ now: DoorNow; over: DoorNow | undefined } | null>(null)
  const { data, error, reload } = asked
  useReloadOn([useNow(LOOK_MS)], reload)
  return {
    // What a change has brought counts until the next answer.
    now: told !== null && told.over === data ? told.now : data,
    error,
    reload,
    tell: (now) => setTold({ now, over: data }),
  }
}
