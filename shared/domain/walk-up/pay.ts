import { z } from 'zod'
import { paymentMeans } from '../payment/payment.ts'

const positive = z.int().min(1, 'Give an amount above zero.').max(99_999_999)
const readerId = z.string().max(100).optional().describe('Which reader, with the means `reader`')

/** All that is thought to be due is meant where no amount is given. */
const amountMinor = positive.optional().describe('Left out: all that the stay is thought to cost')

/** Through Stripe at once, by a link, at a reader or by Swish. */
export const askToPay = z.strictObject({
  kind: z.literal('ask'),
  means: paymentMeans.extract(['checkout', 'reader', 'swish']),
  readerId,
  amountMinor,
})

/** Held on a card at the start, and taken when the stay is over. */
export const holdToPay = z.strictObject({
  kind: z.literal('hold'),
  means: paymentMeans.extract(['checkout', 'reader']),
  readerId,
  amountMinor: positive.optional().describe('Left out: as the terms have it'),
})

/** Taken by hand at the desk. */
export const takeByHand = z.strictObject({
  kind: z.literal('take'),
  means: paymentMeans.extract(['cash', 'invoice', 'externalTerminal', 'voucher']),
  tenderedMinor: positive.optional().describe('Cash: what was handed over'),
  reference: z.string().trim().max(60).default('').describe('Slip, invoice or voucher number'),
  note: z.string().trim().max(300).default('').describe('A voucher: why it is given away'),
  amountMinor,
})

/** Paid when the stay is over, by whatever means it then is. */
export const payLater = z.strictObject({ kind: z.literal('later') })

/** How a walk-up is to be paid. A stay that is free or invoiced by its tariff takes no payment whatever is said here. */
export const walkUpPay = z.discriminatedUnion('kind', [askToPay, holdToPay, takeByHand, payLater])
export type WalkUpPay = z.infer<typeof walkUpPay>

/** How somebody pays for a stay that is there already. */
export const stayPay = z.discriminatedUnion('kind', [askToPay, holdToPay, takeByHand])
export type StayPay = z.infer<typeof stayPay>

/** The ways of paying as a site allows them. */
export const walkUpPayKind = z.enum(['ask', 'hold', 'take', 'later'])
export type WalkUpPayKind = z.infer<typeof walkUpPayKind>
