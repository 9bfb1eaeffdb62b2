import { implement, ORPCError } from '@orpc/server'
import { driverContract } from '../../../../shared/contract/driver/driver.ts'
import type { Drivers } from '../../drivers.ts'
import { type Store, StoreUnavailable } from '../../store/store.ts'
import type { DriverCaller } from './caller.ts'

/** What the calls of phones work with. */
export interface DriverRouterParts {
  readonly store: Store
  readonly drivers: Drivers
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
