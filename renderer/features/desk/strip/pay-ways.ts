import { stripeMeans } from '../../../../shared/domain/payment/payment.ts'
import type { PaymentMeans } from '../../../../shared/domain/payment/payment.ts'
import type { Reader, StripeAccount } from '../../../../shared/domain/payment/stripe-account.ts'
import type { LastChoice } from '../../../../shared/domain/walk-up/choice.ts'
import type { WalkUpPayKind } from '../../../../shared/domain/walk-up/pay.ts'

/** One way to pay for a walk-up; `later` has no means yet. */
export type PayWay =
  | { readonly kind: 'ask' | 'hold' | 'take'; readonly means: PaymentMeans }
  | { readonly kind: 'later'; readonly means: null }

/**
 * What keeps a way from being taken just now: Stripe has no key, a locked or a refused one; no reader can be reached;
 * cash needs an open shift; an invoice needs somebody it goes to.
 */
export type WayTrouble = 'none' | 'locked' | 'refused' | 'noReader' | 'noShift' | 'noCustomer'

/** What ways are judged by. */
export interface WaysAround {
  readonly pays: readonly WalkUpPayKind[]
  readonly means: readonly PaymentMeans[]
  readonly currency: string
  readonly stripe: StripeAccount['state']
  readonly readers: readonly Pick<Reader, 'status' | 'busyWith'>[]
  /** In an open shift, or where the site has no tills. */
  readonly takesCash: boolean
  readonly hasCustomer: boolean
}

/** The ways that a site offers to walk-ups, in the order of its means; a card can be held first or charged at once. */
export function payWays({ pays, means, currency }: WaysAround): PayWay[] {
  const ways = means.flatMap((one): PayWay[] => {
    const kinds = kindsOf(one).filter((kind) => pays.includes(kind))
    if (one === 'swish' && currency !== 'SEK') return []
    return kinds.map((kind) => ({ kind, means: one }))
  })
  return pays.includes('later') ? [...ways, { kind: 'later', means: null }] : ways
}

/** What keeps a way from being taken; null when nothing does. While Stripe can't be reached, it is sent later. */
export function troubleOf({ means }: PayWay, around: WaysAround): WayTrouble | null {
  if (means === null) return null
  const { stripe, readers, takesCash, hasCustomer } = around
  if (stripeMeans.has(means)) {
    if (stripe === 'none' || stripe === 'locked' || stripe === 'refused') return stripe
    if (means === 'reader' && !readers.some(isAble)) return 'noReader'
  }
  if (means === 'cash' && !takesCash) return 'noShift'
  return means === 'invoice' && !hasCustomer ? 'noCustomer' : null
}

/** Whether a reader can ask for a card now. */
export function isAble({ status, busyWith }: Pick<Reader, 'status' | 'busyWith'>): boolean {
  return status !== 'offline' && busyWith === null
}

/** Two ways are the same by kind and means. */
export function sameWay(one: PayWay | null, other: PayWay | null): boolean {
  return one !== null && other !== null && wayKey(one) === wayKey(other)
}

/** A way as one text, to be remembered and told from others by. */
export function wayKey({ kind, means }: PayWay): string {
  return means === null ? kind : `${kind}-${means}`
}

/** The way to begin with: as this car paid the last time, else as this desk did, else the first that can be taken. */
export function firstWay(
  ways: readonly PayWay[],
  around: WaysAround,
  last: Pick<LastChoice, 'pays' | 'means'> | null,
  desk: string | null,
): PayWay | null {
  const able = ways.filter((way) => troubleOf(way, around) === null)
  const lastKey = last === null ? null : [last.pays, last.means].filter(Boolean).join('-')
  const by = (key: string | null) => able.find((way) => wayKey(way) === key)
  return by(lastKey) ?? by(desk) ?? able[0] ?? null
}

function kindsOf(means: PaymentMeans): readonly ('ask' | 'hold' | 'take')[] {
  if (!stripeMeans.has(means)) return ['take']
  // Swish can't hold money (Stripe: no manual capture).
  return means === 'swish' ? ['ask'] : ['hold', 'ask']
}
