import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../bill/bill.ts'

/** Something that happened to a payment, as its history tells it. */
export const paymentMoment = z.object({
  at: instant,
  what: z.enum(['journal', 'call', 'refund', 'dispute', 'ledger', 'receipt']),
  text: z.string().describe('A code that the window has words for'),
  detail: z.string().describe('What a person or Stripe said of it, or a number'),
  amountMinor: amountMinor.nullable(),
  code: z.string().nullable().describe('Stripe’s code, or its decline code'),
  actor: z.string().nullable().describe('Who did it; null where the program did by itself'),
})
export type PaymentMoment = z.infer<typeof paymentMoment>
