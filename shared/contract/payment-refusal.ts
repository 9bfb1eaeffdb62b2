import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import { paymentMeans } from '../domain/payment/payment.ts'
import { limitRefusals, tillRefusals } from './till-refusal.ts'

/** What a payment may meet before anything is asked of anybody. */
export const opening = {
  BILL_SETTLED: { status: 409, message: 'Nothing is due on that bill any more.' },
  ABOVE_DUE: {
    status: 409,
    message: 'That is more than what is due.',
    data: z.object({ dueMinor: z.int() }),
  },
  BELOW_MINIMUM: {
    status: 409,
    message: 'Stripe takes no payment that small. Take it in cash, or waive it.',
    data: z.object({ minimumMinor: z.int(), currency: z.string() }),
  },
  MEANS_NOT_TAKEN: {
    status: 409,
    message: 'The site does not take that means of payment.',
    data: z.object({ means: paymentMeans }),
  },
  SWISH_ONLY_SEK: { status: 409, message: 'Swish pays in Swedish kronor only.' },
  SWISH_TAKES_AT_ONCE: {
    status: 409,
    message: 'Swish can’t hold money. Hold it on a card, or take what is due by Swish.',
  },
  ALREADY_PAYING: {
    status: 409,
    message: 'A payment of this bill is under way. Wait for it, or cancel it first.',
    data: z.object({ paymentId: id }),
  },
  STRIPE_NOT_SET_UP: {
    status: 409,
    message: 'No Stripe key is set. Enter one in Settings, or take the payment by hand.',
  },
  STRIPE_LOCKED: {
    status: 409,
    message: 'The Stripe key waits for its passphrase. Unlock it, or take the payment by hand.',
  },
  NO_SUCH_READER: {
    status: 409,
    message: 'There is no such card reader.',
    data: z.object({ readerId: z.string() }),
  },
  READER_OFFLINE: {
    status: 409,
    message: 'That card reader is offline. Check its power and network, or use another.',
  },
  READER_BUSY: { status: 409, message: 'That card reader is busy with another payment.' },
  ...tillRefusals,
} as const

/** What a payment by hand may lack. */
export const missingWords = {
  TENDERED_TOO_LITTLE: {
    status: 409,
    message: 'That is less than what is to be paid.',
    data: z.object({ payableMinor: z.int() }),
  },
  REASON_NEEDED: { status: 409, message: 'Say why it is given away.' },
  REFERENCE_NEEDED: { status: 409, message: 'Give the number of the slip or the invoice.' },
  CUSTOMER_NEEDED: { status: 409, message: 'Say which customer gets the invoice.' },
  ...limitRefusals,
} as const
