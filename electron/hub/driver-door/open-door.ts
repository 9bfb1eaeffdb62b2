import type { Logger } from 'pino'
import type { Instant } from '../../../shared/time/instant.ts'
import type { DriverRouter } from '../rpc/driver/caller.ts'
import type { ReceiptReader } from '../rpc/receipt-face.ts'
import type { Store } from '../store/store.ts'
import { closedDoor, type DriverDoor } from './door.ts'

/** What the door is made of. */
export interface DoorParts {
  readonly store: Pick<Store, 'reads'>
  readonly clock: () => Instant
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>
  /** That the hub listens on; null for every address. */
  readonly host: string | null
  /** Answers phones. Asked for when the door first opens. */
  readonly router: () => Promise<DriverRouter>
  readonly readReceipt: ReceiptReader
  /** Where the page's files lie; those of the build where it isn't given. */
  readonly pageFolder?: string
}

/** Opens the door for phones as its row says. It fails softly: what is in its way is in the state. */
export async function openDriverDoor(_parts: DoorParts): Promise<DriverDoor> {
  return closedDoor
}
