import { create } from 'zustand'
import type { Position } from '../../shared/contract/live.ts'
import { emptyTables } from './replica.ts'
import type { Tables } from './replica.ts'

/**
 * Whether the rows are live: `connecting` until the hub has first spoken, `lost` when it has gone quiet.
 * `since` is when that began, `heardAt` when the hub last spoke, both epoch ms.
 */
export type LiveConnection = {
  state: 'connecting' | 'live' | 'lost'
  since: number
  heardAt: number | null
}

export type LiveStore = {
  tables: Tables
  position: Position | null
  connection: LiveConnection
}

/** The replica. Only `follow.ts` writes to it; views read it through `use-live.ts`. */
export const useLiveStore = create<LiveStore>(() => ({
  tables: emptyTables,
  position: null,
  connection: { state: 'connecting', since: Date.now(), heardAt: null },
}))
