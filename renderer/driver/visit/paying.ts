import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** The page to pay at, where the payer is asked there now; only ever one of the web. */
export function payPageOf({ payment }: Pick<VisitView, 'payment'>, now: Instant): string | null {
  if (payment === null || payment.state !== 'open' || payment.payUrl === null) return null
  if (payment.expiresAt !== null && payment.expiresAt <= now) return null
  return /^https?:\/\//i.test(payment.payUrl) ? payment.payUrl : null
}

/** What there is to pay now, minor units. */
export function toPayMinor({ payment, money, state }: VisitView): number {
  const isAsked = payment !== null && (payment.state === 'open' || payment.state === 'requested')
  if (isAsked) return payment.amountMinor
  if (money === null) return 0
  return state === 'unpaid'
    ? Math.max(0, money.depositMinor - money.paidMinor)
    : Math.max(0, money.dueMinor)
}
