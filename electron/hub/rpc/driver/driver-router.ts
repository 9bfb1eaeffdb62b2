import { implement, ORPCError } from '@orpc/server'
import { driverContract } from '../../../../shared/contract/driver/driver.ts'
import type { Drivers } from '../../drivers.ts'
import { type Store, StoreUnavailable } from '../../store/store.ts'
import { siteViewOf } from '../../visit/site-view.ts'
import { bookingCalls } from './booking-calls.ts'
import type { DriverCaller, DriverRouter } from './caller.ts'
import { follow, sharedView } from './follow.ts'
import { visitCalls } from './visit-calls.ts'

export interface DriverRouterParts {
  readonly store: Store
  readonly drivers: Drivers
}

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

/** Stands before every call from a phone: a disk that refuses is told as such, whichever call met it. */
export const on = implement(driverContract)
  .$context<DriverCaller>()
  .use(async ({ next }) => {
    try {
      return await next()
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
      throw new ORPCError('NOT_WRITABLE', {
        status: 503,
        message:
          'The site can’t write anything down just now, so nothing was changed. Try again soon.',
      })
    }
  })
