import { HOUR, type Instant } from '../../time/instant.ts'
import { chooseTariff, type StayFacts, type TariffBook } from './choose.ts'
import { expectedPeriods } from './estimate.ts'
import { isInHours } from './hours.ts'
import type { LintFinding } from './lint-finding.ts'
import { priceOf } from './price.ts'
import type { TariffScope, TariffVersionWords } from './tariff.ts'

/** A stay that shows what charging costs: 20 kWh at 11 kW, and away when it has them. */
const TYPICAL = { needWh: 20_000, powerW: 11_000 }
const TYPICAL_MS = 2 * HOUR

const WEEK_H = 7 * 24
/** A day's worth, so that each price of a day is seen. */
const MOST_STARTS = 24

/**
 * Where a tariff for flexible drivers costs them more than the others: then nobody has a reason to be flexible. Looks at a
 * typical stay from every hour, and tells the first at which that is so.
 * @param words the tariff's, perhaps not saved yet
 * @param scope whom it is for; what is for flexible drivers and others alike has nothing to be found
 * @param at from when on
 */
export function flexibleFindings(
  words: TariffVersionWords,
  scope: TariffScope & { readonly tariffId: string },
  book: TariffBook,
  at: Instant,
): LintFinding[] {
  if (scope.isFlexible === null) return []
  const { timeZone } = book
  const { currency } = words.ocpi
  for (const startsAt of startsIn(scope, at, timeZone)) {
    const { version: plain } = chooseTariff(book, inflexible(scope, startsAt))
    if (plain !== null && (plain.tariffId === scope.tariffId || plain.ocpi.currency !== currency))
      continue
    const inclMinor = typicalMinor(words, startsAt, timeZone)
    const plainMinor = plain === null ? 0 : typicalMinor(plain, startsAt, timeZone)
    if (inclMinor > plainMinor)
      return [
        {
          ...{ code: 'flexibleDearer', severity: 'warning', path: 'elements' },
          ...{ currency, inclMinor, plainMinor, from: startsAt },
        },
      ]
  }
  return []
}

/** Whole hours at which a stay would be one of those that it is for. */
function startsIn({ hours }: TariffScope, at: Instant, timeZone: string): Instant[] {
  const next = Math.ceil(at / HOUR) * HOUR
  return Array.from({ length: WEEK_H }, (_, index) => next + index * HOUR)
    .filter((startsAt) => hours === null || isInHours(hours, startsAt, timeZone))
    .slice(0, MOST_STARTS)
}

/** A stay of those whom it is for, but for the flexibility. */
function inflexible(scope: TariffScope, startsAt: Instant): StayFacts {
  const { stationId, connectorId, customerId, customerGroup, idToken } = scope
  const isKnown = customerId !== null || customerGroup !== null
  return {
    ...{ startsAt, stationId, connectorId, idToken, isFlexible: false },
    customer: isKnown ? { id: customerId ?? '', kind: 'person', group: customerGroup ?? '' } : null,
  }
}

function typicalMinor(
  { ocpi }: Pick<TariffVersionWords, 'ocpi'>,
  arrivesAt: Instant,
  timeZone: string,
): number {
  const stay = expectedPeriods({ arrivesAt, departsAt: arrivesAt + TYPICAL_MS, ...TYPICAL })
  const charged = stay.filter(({ state }) => state === 'CHARGING')
  return priceOf(ocpi, timeZone, charged).inclMinor
}
