import { siteViewOf } from '../../visit/site-view.ts'
import { bookingCalls } from './booking-calls.ts'
import type { DriverRouter } from './caller.ts'
import { follow, sharedView } from './follow.ts'
import { type DriverRouterParts, on } from './on.ts'
import { visitCalls } from './visit-calls.ts'

/** All that a phone may ask, implemented. */
export function driverRouter(parts: DriverRouterParts): DriverRouter {
  const { store, drivers } = parts
  const { rooms } = drivers
  // However many phones look at the site, it is looked at once.
  const readSite = sharedView(store, () => store.work('driver', (tx) => siteViewOf(tx, rooms)))
  return {
    site: on.site.handler(readSite),
    followSite: on.followSite.handler(({ signal }) => follow(store, readSite, { signal })),
    ...bookingCalls(parts),
    ...visitCalls(parts),
  }
}
