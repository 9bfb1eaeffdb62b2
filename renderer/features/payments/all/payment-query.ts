import type {
  Payment,
  PaymentMeans,
  PaymentState,
} from '../../../../shared/domain/payment/payment.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { stretchOf } from '../../../ui/input/period.ts'
import type { Period } from '../../../ui/input/period.ts'

/** What the fields above the list hold. */
export type PaymentFilter = {
  means: PaymentMeans | null
  state: PaymentState | null
  period: Period
  search: string
}

export const everyPayment: PaymentFilter = { means: null, state: null, period: 'all', search: '' }

/** What the hub is asked for; absent narrows nothing. */
export type PaymentQuery = {
  means?: PaymentMeans
  state?: PaymentState
  from?: Instant
  until?: Instant
  search?: string
}

/** The question to the hub that the fields amount to. */
export function queryOf(filter: PaymentFilter, now: Instant, timeZone: string): PaymentQuery {
  const search = filter.search.trim()
  return {
    ...stretchOf(filter.period, now, timeZone),
    ...(filter.means === null ? {} : { means: filter.means }),
    ...(filter.state === null ? {} : { state: filter.state }),
    ...(search === '' ? {} : { search }),
  }
}

/**
 * Whether a live payment belongs in a list that was asked for with `query`. Null where only the hub can tell: what is
 * searched may be a number that no desk holds.
 */
export function matches({ means, state, createdAt }: Payment, query: PaymentQuery): boolean | null {
  if (query.means !== undefined && means !== query.means) return false
  if (query.state !== undefined && state !== query.state) return false
  if (query.from !== undefined && createdAt < query.from) return false
  if (query.until !== undefined && createdAt >= query.until) return false
  return query.search === undefined ? true : null
}
