import type { BookingCommand } from '../../../shared/domain/booking/command.ts'
import { minimumChargeMinor } from '../../../shared/domain/money/currency.ts'
import { estimateOf } from '../bill/estimate.ts'
import type { Writes } from '../store/writes.ts'

/**
 * Commands as they are where bookings must be paid beforehand: a new booking of somebody who pays on the spot is only
 * asked for until its money is there. What is too little for a card to be charged is paid at the end.
 */
export function paidFirst(tx: Writes, commands: readonly BookingCommand[]): BookingCommand[] {
  const terms = tx.get('paymentTerms', 'paymentTerms')
  if (terms?.payWhileBooking !== 'must') return [...commands]
  return commands.map((command) => {
    if (command.kind !== 'create' || command.requested) return command
    const { settlement, inclMinor, currency } = estimateOf(tx, { ...command.plan, id: null })
    const isPaidFirst = settlement === 'pay' && inclMinor >= (minimumChargeMinor(currency) ?? 1)
    return isPaidFirst ? { ...command, requested: true } : command
  })
}
