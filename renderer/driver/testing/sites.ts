import type { PlaceNow, SiteView, VisitOffer } from '../../../shared/domain/visit/site-view.ts'
import { firstHouseRules } from '../../../shared/domain/visit/house-rules.ts'
import type { TariffWords } from '../../../shared/domain/tariff/words.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'

const {
  claimMin: _1,
  lateMin: _2,
  mostOpen: _3,
  noticeEn: _4,
  noticeSv: _5,
  ...shownRules
} = firstHouseRules

const TIME_ZONE = 'Europe/Stockholm'

const tariff = (energy: string, more: Partial<TariffWords> = {}): TariffWords => ({
  ...{ currency: 'SEK', tax: 'included', ratesPct: [25], free: false, least: null, most: null },
  idleGraceMin: 15,
  phrases: [
    { of: 'energy', price: energy, per: 'kWh', only: [], otherwise: false, step: 1 },
    {
      ...{ of: 'parking', price: '1', per: 'minute', otherwise: false, step: 60 },
      only: [{ when: 'times', from: '07:00', until: '23:00' }],
    },
    { of: 'noShow', price: '50', per: 'once', only: [], otherwise: false, step: 1 },
  ],
  ...more,
})

export const usualPrice = tariff('4.5')
const fastPrice = tariff('6.25')
const flexiblePrice = tariff('2.95')

const ac = { standard: 'IEC_62196_T2', powerType: 'AC_3_PHASE', maxPowerW: 22_000 } as const
const dc = { standard: 'IEC_62196_T2_COMBO', powerType: 'DC', maxPowerW: 150_000 } as const

function placesAt(now: Instant, count: number): PlaceNow[] {
  const states: Partial<PlaceNow>[] = [
    { freeUntil: now + 3 * HOUR },
    {},
    { state: 'taken', freeAt: now + 47 * MINUTE },
    { isPluggedIn: true },
    { state: 'taken', freeAt: null },
    { state: 'outOfService' },
    { state: 'taken', freeAt: now + 11 * HOUR },
    { ...dc, words: 1 },
  ]
  return Array.from({ length: count }, (_, index) => ({
    ...{ code: `A0000${index.toString(16).toUpperCase()}`.slice(-6), name: `A${index + 1}`, ...ac },
    ...{ state: 'free' as const, isPluggedIn: false, freeUntil: null, freeAt: null, words: 0 },
    ...states[index % states.length],
  }))
}

/** A site by the word in its address. */
export function siteNamed(name: string, now: Instant): SiteView {
  const site: SiteView = {
    ...{ name: 'Norra garaget', timeZone: TIME_ZONE, currency: 'SEK', now, mode: 'live' },
    notice: { en: '', sv: '' },
    rules: { ...shownRules, depositPct: 50 },
    places: placesAt(now, 8),
    prices: [usualPrice, fastPrice],
    flexiblePrices: [flexiblePrice, tariff('5.5')],
    waiting: 0,
  }
  const taken = (place: PlaceNow, index: number): PlaceNow => ({
    ...place,
    ...{ state: 'taken', freeUntil: null, freeAt: now + (index + 1) * 40 * MINUTE },
  })
  switch (name) {
    case 'full':
      return { ...site, places: site.places.map(taken), waiting: 3 }
    case 'lots':
      return { ...site, places: placesAt(now, 40) }
    case 'bare': {
      const places = placesAt(now, 3).map((place) => ({ ...place, words: null }))
      return { ...site, places, prices: [], flexiblePrices: [] }
    }
    case 'closed':
      return { ...site, rules: { ...site.rules, takesNow: false, takesAhead: false } }
    case 'empty':
      return { ...site, places: [], prices: [], flexiblePrices: [] }
    case 'desk':
      return {
        ...{ ...site, mode: 'none', rules: { ...site.rules, paysOnline: false, paysAtDesk: true } },
        notice: {
          en: 'The barrier closes at 22:00.\nPhone 08-123 45 67 at night.',
          sv: 'Bommen stängs klockan 22.\nRing 08-123 45 67 på natten.',
        },
      }
    case 'both':
      return { ...site, mode: 'practice', rules: { ...site.rules, paysAtDesk: true } }
    default:
      return site
  }
}

/** What can be promised at a site for a wish. */
export function offersAt(
  site: SiteView,
  wish: { arrivesFrom: Instant; departsBy: Instant; place?: string | undefined },
): VisitOffer[] {
  const free = site.places.filter(
    ({ state, code }) => state === 'free' && (wish.place === undefined || code === wish.place),
  )
  const quarter = Math.ceil(wish.arrivesFrom / (15 * MINUTE)) * 15 * MINUTE
  const offer = (at: number, startsAt: Instant, hours: number, over: Partial<VisitOffer>) => {
    const place = free[at % Math.max(1, free.length)]
    if (place === undefined) return []
    const departsAt = Math.min(startsAt + hours * HOUR, Math.max(wish.departsBy, startsAt + HOUR))
    const inclMinor = Math.round(hours * 4_150)
    const words = place.words === null ? null : (site.prices[place.words] ?? null)
    return [
      {
        ...{ labels: [], arrivesAt: startsAt, departsAt, energyWh: 18_400, isFlexible: false },
        place: {
          ...{ code: place.code, name: place.name, standard: place.standard },
          ...{ powerType: place.powerType, maxPowerW: place.maxPowerW },
        },
        price: words === null ? null : { inclMinor, currency: site.currency },
        ...{ depositMinor: words === null ? 0 : Math.round(inclMinor / 2), words },
        ...over,
      } satisfies VisitOffer,
    ]
  }
  const night = wish.departsBy - wish.arrivesFrom > 4 * HOUR
  return [
    ...offer(0, quarter, 2, { labels: ['soonest'] }),
    ...(night
      ? [
          ...offer(1, quarter + 3 * HOUR, 1.6, { labels: ['cheapest'] }),
          ...offer(2, quarter + 4 * HOUR, 3, { labels: ['gentlest'] }),
        ]
      : []),
    ...offer(1, quarter, 1.3, {
      ...{ labels: ['flexible'], isFlexible: true, arrivesAt: quarter, departsAt: wish.departsBy },
      words: site.flexiblePrices[0] ?? null,
    }),
    ...offer(3, quarter + 30 * MINUTE, 2, {}),
    ...offer(2, quarter + 45 * MINUTE, 2, {}),
  ].filter(({ arrivesAt }) => arrivesAt < wish.arrivesFrom + DAY)
}
