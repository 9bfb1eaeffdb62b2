import { z } from 'zod'
import type { TillTermsWords } from './till-terms.ts'

/** Which limit something lies above. */
export const limitName = z.enum(['refund', 'shiftRefunds', 'void', 'variance'])
export type LimitName = z.infer<typeof limitName>

/** A limit, and what lies above it. */
export interface AboveLimit {
  readonly limit: LimitName
  /** What is held against the limit: the act's own sum, or that of all refunds of the shift. */
  readonly sumMinor: number
  readonly limitMinor: number
}

/** Something that may lie above a limit. Amounts are above zero, or nothing. */
export type Limited =
  | {
      readonly what: 'refund'
      readonly amountMinor: number
      /** What was given back in the shift before it; nothing where there is no shift. */
      readonly shiftMinor: number
    }
  | { readonly what: 'void' | 'variance'; readonly amountMinor: number }

/** The limit that something lies above; null where it needs nobody's word. */
export function aboveLimit(asked: Limited, terms: TillTermsWords): AboveLimit | null {
  const { amountMinor } = asked
  switch (asked.what) {
    case 'refund':
      return (
        over('refund', amountMinor, terms.refundLimitMinor) ??
        over('shiftRefunds', asked.shiftMinor + amountMinor, terms.refundsPerShiftLimitMinor)
      )
    case 'void':
      return over('void', amountMinor, terms.voidLimitMinor)
    case 'variance':
      return over('variance', amountMinor, terms.varianceLimitMinor)
  }
}

function over(limit: LimitName, sumMinor: number, limitMinor: number | null): AboveLimit | null {
  return limitMinor !== null && sumMinor > limitMinor ? { limit, sumMinor, limitMinor } : null
}
