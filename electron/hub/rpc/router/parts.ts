import { implement } from '@orpc/server'
import { contract } from '../../../../shared/contract/contract.ts'
import type { HubInfo } from '../../../../shared/contract/site.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import type { OfferedKeys } from '../../adoption/admit.ts'
import type { Chargers } from '../../chargers.ts'
import type { KeyIssuer } from '../../station/add.ts'
import { type Store, StoreUnavailable } from '../../store/store.ts'

/** Who calls: shown in the journal. */
export interface Caller {
  actor: string
}

/** What the router's handlers work with. */
export interface RouterParts {
  store: Store
  clock: () => Instant
  chargers: Chargers
  issuer: KeyIssuer
  offered: OfferedKeys
  info: () => HubInfo
}

/** The contract's implementer; a disk that refuses is told as such, whichever call it met. */
export const os = implement(contract)
  .$context<Caller>()
  .use(async ({ next, errors }) => {
    try {
      return await next()
    } catch (error) {
      if (error instanceof StoreUnavailable) throw errors.STORE_READ_ONLY({ cause: error })
      throw error
    }
  })
