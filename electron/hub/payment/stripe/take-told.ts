import type { Writes } from '../../store/writes.ts'
import type { StripeMode, StripeSide } from '../stripe-side.ts'
import type { Told } from './send.ts'
import { takeIntent, takeSession } from './take-intent.ts'
import { takeReader } from './take-reader.ts'
import { takeRefund } from './take-refund.ts'

/** Takes in whatever Stripe has told, in the caller's unit. */
export function takeTold(tx: Writes, side: StripeSide, mode: StripeMode, told: Told): void {
  switch (told.kind) {
    case 'intent':
      takeIntent(tx, side, mode, told.intent)
      return
    case 'session':
      takeSession(tx, side, mode, told.session)
      return
    case 'refund':
      takeRefund(tx, side, mode, told.refund)
      return
    case 'reader':
      takeReader(tx, side, mode, told.reader)
      return
  }
}
