import { create } from 'zustand'
import type { IssuedKey } from '../../../shared/contract/station.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Station } from '../../../shared/domain/station/station.ts'

/**
 * A key in the one moment it can be read, and the command that sets it on the charger, if one does.
 * It is held until somebody says that it is kept: going to another screen does not lose it, closing the window does.
 */
export type FreshKey = { station: Station; key: IssuedKey; commandId: Id | null }

/** The key that waits to be kept, if there is one. */
export const useFreshKey = create<{ fresh: FreshKey | null }>(() => ({ fresh: null }))
