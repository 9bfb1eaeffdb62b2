import type { LiveRow, LiveTable } from '../../shared/contract/live.ts'
import { hub } from './hub.ts'
import type { HubClient } from './link.ts'
import { listOf } from './replica.ts'
import { useLiveStore } from './store.ts'
import type { LiveConnection } from './store.ts'

/** All rows of a live table, in no promised order; the same list until one of them changes. */
export function useRows<T extends LiveTable>(table: T): readonly LiveRow<T>[] {
  return useLiveStore((live) => listOf<LiveRow<T>>(live.tables[table]))
}

/** One live row, or undefined when there is none with that id. */
export function useRow<T extends LiveTable>(table: T, id: string | null): LiveRow<T> | undefined {
  return useLiveStore((live) => (id === null ? undefined : live.tables[table].get(id)))
}

/** The site, or undefined before the first snapshot. */
export function useSite(): LiveRow<'site'> | undefined {
  return useLiveStore((live) => listOf(live.tables.site)[0])
}

/** Whether what is shown is live, and since when. */
export function useConnection(): LiveConnection {
  return useLiveStore((live) => live.connection)
}

/** Whether a snapshot has ever come, so that an empty table means empty and not unknown. */
export function useLoaded(): boolean {
  return useLiveStore((live) => live.position !== null)
}

/** The way to ask the hub for something. */
export function useClient(): HubClient {
  return hub
}
