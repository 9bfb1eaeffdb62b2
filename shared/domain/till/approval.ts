import { z } from 'zod'
import type { TillTermsWords } from './till-terms.ts'

/** What a supervisor is asked to let pass. */
export const approvalWhat = z.enum(['refund', 'shiftRefunds', 'void', 'variance'])

/** What needs a supervisor's word, in figures for whoever is asked. */
export const approvalNeeded = z.object({
  act: z
    .string()
    .describe('Handed to `session.approve` as it is; the approval is good for it alone'),
  what: approvalWhat,
  amountMinor: z.int(),
  limitMinor: z.int(),
  currency: z.string(),
})
export type ApprovalNeeded = z.infer<typeof approvalNeeded>

/** Something that may lie above a limit. Amounts are above zero, or nothing. */
export type Limited =
  | {
      readonly what: 'refund'
      readonly paymentId: string
      readonly amountMinor: number
      readonly currency: string
      /** What was given back in the shift before it, in its currency; nothing where there is no shift. */
      readonly shiftMinor: number
    }
  | {
      readonly what: 'void'
      readonly billId: string
      readonly amountMinor: number
      readonly currency: string
    }
  | {
      readonly what: 'variance'
      readonly shiftId: string
      /** Whichever way it is off. */
      readonly amountMinor: number
      readonly currency: string
    }

/** The limit that something lies above; null where it needs nobody's word. */
export function aboveLimit(asked: Limited, terms: TillTermsWords): ApprovalNeeded | null {
  const { amountMinor, currency } = asked
  const needed = (what: ApprovalNeeded['what'], about: string, minor: number, limitMinor: number) =>
    ({
      act: `${asked.what} ${about} ${amountMinor} ${currency}`,
      ...{ what, amountMinor: minor, limitMinor, currency },
    }) satisfies ApprovalNeeded
  switch (asked.what) {
    case 'refund': {
      const { refundLimitMinor: one, refundsPerShiftLimitMinor: all } = terms
      const sum = asked.shiftMinor + amountMinor
      if (one !== null && amountMinor > one)
        return needed('refund', asked.paymentId, amountMinor, one)
      return all !== null && sum > all ? needed('shiftRefunds', asked.paymentId, sum, all) : null
    }
    case 'void': {
      const { voidLimitMinor: most } = terms
      return most !== null && amountMinor > most
        ? needed('void', asked.billId, amountMinor, most)
        : null
    }
    case 'variance': {
      const { varianceLimitMinor: most } = terms
      return most !== null && amountMinor > most
        ? needed('variance', asked.shiftId, amountMinor, most)
        : null
    }
  }
}
