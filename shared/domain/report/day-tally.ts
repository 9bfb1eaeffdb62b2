import type { PaymentMeans } from '../payment/payment.ts'
import type { DaySums, HourOfUse } from './day-figures.ts'
import type { BillingFacts } from './rows/billing.ts'
import type { MovedFacts } from './rows/payments.ts'
import type { SessionFacts } from './rows/sessions.ts'

type Means = { means: PaymentMeans; takenMinor: number; refundedMinor: number; payments: number }

/** Counts what happened on a day. What is of another currency than the site's is left to the reports. */
export interface DayTally {
  billed(facts: Pick<BillingFacts, 'billed' | 'currency'>): void
  moved(facts: Pick<MovedFacts, 'kind' | 'amountMinor' | 'payment'>): void
  session(facts: Pick<SessionFacts, 'transaction'>): void
  sums(rest: Pick<DaySums, 'noShows' | 'pluggedPct' | 'chargingPct'>): DaySums
}

export function dayTally(date: string, currency: string): DayTally {
  const byMeans = new Map<PaymentMeans, Means>()
  let [netMinor, vatMinor, energyWh, sessions, refunds] = [0, 0, 0, 0, 0]
  return {
    billed({ billed, currency: of }) {
      if (of !== currency) return
      netMinor += billed.netMinor
      vatMinor += billed.vatMinor
    },
    moved({ kind, amountMinor, payment: { means, currency: of } }) {
      if (of !== currency) return
      let sum = byMeans.get(means)
      if (sum === undefined)
        byMeans.set(means, (sum = { means, takenMinor: 0, refundedMinor: 0, payments: 0 }))
      if (kind === 'payment') {
        sum.takenMinor += amountMinor
        sum.payments += 1
      } else sum.refundedMinor -= amountMinor
      if (kind === 'refund') refunds += 1
    },
    session({ transaction }) {
      sessions += 1
      energyWh += transaction.energyWh
    },
    sums(rest) {
      const means = [...byMeans.values()].sort((one, other) => (one.means < other.means ? -1 : 1))
      return {
        ...{ date, currency, netMinor, vatMinor, grossMinor: netMinor + vatMinor },
        takenMinor: means.reduce((sum, { takenMinor }) => sum + takenMinor, 0),
        refundedMinor: means.reduce((sum, { refundedMinor }) => sum + refundedMinor, 0),
        ...{ byMeans: means, energyWh, sessions, refunds },
        ...rest,
      }
    },
  }
}

/** What came of each means less what went back; only of those that moved. */
export function movedByMeans(
  moved: readonly Pick<MovedFacts, 'amountMinor' | 'payment'>[],
  currency: string,
): HourOfUse['byMeans'] {
  const sums = new Map<PaymentMeans, number>()
  for (const { amountMinor, payment } of moved)
    if (payment.currency === currency)
      sums.set(payment.means, (sums.get(payment.means) ?? 0) + amountMinor)
  return [...sums].map(([means, netMinor]) => ({ means, netMinor }))
}
