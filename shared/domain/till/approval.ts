import { z } from 'zod'
import type { TillTermsWords } from './till-terms.ts'

/** Which limit something lies above. */
export const limitName = z.enum(['refund', 'shiftRefunds', 'void', 'variance'])
export type LimitName = z.infer<typeof limitName>

/** A limit, and what lies above it. */
export interface AboveLimit {
  readonly limit: LimitName
  /** What is held against the limit: the act's own sum with what went before it, of the same bill or in the shift. */
  readonly sumMinor: number
  readonly limitMinor: number
}

/**
 * Something that may lie above a limit. Amounts are above zero, or nothing. What went before is held against the limit
 * with it, so that many small ones pass no more than one.
 */
export type Limited =
  | {
      readonly what: 'refund'
      readonly amountMinor: number
      /** What was given back of the bill before it. */
      readonly billMinor: number
      /** What was given back in the shift before it; nothing where no till was named. */
      readonly shiftMinor: number
    }
  | {
      readonly what: 'void'
      readonly amountMinor: number
      /** What the bill was made less before it by hand. */
      readonly billMinor: number
    }
  | { readonly what: 'variance'; readonly amountMinor: number }

/** The limit that something lies above; null where it needs nobody's word. */
export function aboveLimit(asked: Limited, terms: TillTermsWords): AboveLimit | null {
  const { amountMinor } = asked
  switch (asked.what) {
    case 'refund':
      return (
        over('refund', asked.billMinor + amountMinor, terms.refundLimitMinor) ??
        over('shiftRefunds', asked.shiftMinor + amountMinor, terms.refundsPerShiftLimitMinor)
      )
    case 'void':
      return over('void', asked.billMinor + amountMinor, terms.voidLimitMinor)
    case 'variance':
      return over('variance', amountMinor, terms.varianceLimitMinor)
  }
}

function over(limit: LimitName, sumMinor: number, limitMinor: number | null): AboveLimit | null {
  return limitMinor !== null && sumMinor > limitMinor ? { limit, sumMinor, limitMinor } : null
}
