import { create } from 'zustand'
import { paymentMeans, paymentState } from '../../../../shared/domain/payment/payment.ts'
import { periods } from '../../../ui/input/period.ts'
import type { Period } from '../../../ui/input/period.ts'
import { everyPayment } from './payment-query.ts'
import type { PaymentFilter } from './payment-query.ts'

/** How the list of payments stands; it is found again as it was left. */
export const usePaymentsView = create<{ filter: PaymentFilter }>(() => ({ filter: everyPayment }))

/** Narrows the list further, or less. */
export function narrow(change: Partial<PaymentFilter>): void {
  usePaymentsView.setState(({ filter }) => ({ filter: { ...filter, ...change } }))
}

/** A filter kept under a name. */
export type SavedView = { name: string; filter: PaymentFilter }

/** What stored views still mean; whatever version wrote them. */
export function acceptViews(stored: unknown): SavedView[] | undefined {
  if (!Array.isArray(stored)) return undefined
  return stored.flatMap((view: unknown) => {
    if (typeof view !== 'object' || view === null) return []
    if (!('name' in view) || typeof view.name !== 'string' || view.name === '') return []
    return [{ name: view.name, filter: acceptFilter('filter' in view ? view.filter : null) }]
  })
}

function acceptFilter(stored: unknown): PaymentFilter {
  const held: Record<string, unknown> =
    typeof stored === 'object' && stored !== null ? { ...stored } : {}
  return {
    means: paymentMeans.safeParse(held['means']).data ?? null,
    state: paymentState.safeParse(held['state']).data ?? null,
    period: acceptPeriod(held['period']),
    search: typeof held['search'] === 'string' ? held['search'] : '',
  }
}

function acceptPeriod(stored: unknown): Period {
  const named = periods.find((known) => known === stored)
  if (named !== undefined) return named
  if (typeof stored !== 'object' || stored === null) return 'all'
  const { first, last } = { first: null, last: null, ...stored }
  return isDay(first) && isDay(last) ? { first, last } : 'all'
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
}
