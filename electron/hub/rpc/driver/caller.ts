import type { Router } from '@orpc/server'
import type { DriverContract } from '../../../../shared/contract/driver/driver.ts'

/** Who calls from a phone, as the door knows them. */
export interface DriverCaller {
  /** What was shown as `Authorization: Bearer …`; null where nothing was that could be a link's. It proves nothing yet. */
  readonly token: string | null
  /** From where, as far as that can be believed: an IP address in its shortest form. */
  readonly address: string
  /** Under which a call is carried out only once, however often it comes. */
  readonly idempotencyKey?: string
}

/** The contract of phones, implemented. */
export type DriverRouter = Router<DriverContract, DriverCaller>
