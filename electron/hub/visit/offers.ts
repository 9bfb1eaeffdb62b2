import type { EnergyNeed } from '../../../shared/domain/booking/need.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Offer, WishedStay } from '../../../shared/domain/offer/offer.ts'
import { depositOf } from '../../../shared/domain/visit/deposit.ts'
import type { HouseRules } from '../../../shared/domain/visit/house-rules.ts'
import { energyNeedOf } from '../../../shared/domain/visit/need.ts'
import { labelledOffers, type Priced, spanOf } from '../../../shared/domain/visit/offers.ts'
import type { VisitRefusal } from '../../../shared/domain/visit/refusal.ts'
import type { VisitOffer } from '../../../shared/domain/visit/site-view.ts'
import type { VisitKind, VisitWish } from '../../../shared/domain/visit/visit.ts'
import { lengthRefusals, windowRefusals } from '../../../shared/domain/visit/window-rules.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import type { Writes } from '../store/writes.ts'
import { houseRulesOf } from './house-rules.ts'
import { offersNow } from './offers-now.ts'
import { placeViewOf } from './place.ts'
import { priceOfVisit } from './price.ts'
import type { VisitRooms } from './rooms.ts'
import { flexible } from './wish.ts'

/** What somebody looks for. */
export interface OfferQuestion extends VisitWish {
  readonly kind: VisitKind
  /** Only there. */
  readonly place: { readonly stationId: Id; readonly connectorId: number } | null
  /** A booking that is there already and would be moved: its own place counts as free. */
  readonly bookingId: Id | null
}

export interface FoundVisitOffers {
  readonly offers: VisitOffer[]
  readonly mostWh: number
  readonly refusals: VisitRefusal[]
}

/** How many windows are looked at of each order. */
const LOOKED_AT = [
  { order: 'soonest', limit: 12 },
  { order: 'cheapest', limit: 4 },
  { order: 'gentlest', limit: 4 },
] as const

/** Letting the site choose is worth being offered where it leaves so much more time. */
const FLEXIBLE_FROM_MS = HOUR

/** The windows that can be promised to a driver, each with its price; nothing is held. */
export async function visitOffers(
  store: Store,
  rooms: VisitRooms,
  question: OfferQuestion,
): Promise<FoundVisitOffers> {
  const { kind } = question
  const asked = await store.work('driver', (tx) => {
    const rules = houseRulesOf(tx)
    const span = spanOf(question, kind, rules, tx.now)
    if (span === null) {
      const { arrivesFrom: arrivesAt, departsBy: departsAt } = question
      return { refusals: windowRefusals({ kind, arrivesAt, departsAt }, rules, tx.now) }
    }
    const [notTaken] = windowRefusals(
      { kind, arrivesAt: span.from, departsAt: span.until },
      { ...rules, mostStayMin: Infinity, leastStayMin: 0, aheadDays: Infinity },
      tx.now,
    )
    if (notTaken !== undefined) return { refusals: [notTaken] }
    if (kind === 'now') return { found: offersNow(tx, rooms, question, span.until) }
    return { span, rules }
  })
  if ('refusals' in asked) return { offers: [], mostWh: 0, refusals: asked.refusals }
  if ('found' in asked) return asked.found
  return ahead(store, rooms, question, asked.span, asked.rules)
}

async function ahead(
  store: Store,
  rooms: VisitRooms,
  question: OfferQuestion,
  span: { readonly from: number; readonly until: number },
  rules: HouseRules,
): Promise<FoundVisitOffers> {
  const need = energyNeedOf(question.need)
  const wish = {
    ...{ need, arrivesFrom: span.from, departsBy: span.until, vehicleId: null },
    ...question.place,
    ...(question.bookingId === null ? {} : { bookingId: question.bookingId }),
  }
  const all = await rooms.findOffers(wish, { best: LOOKED_AT, tellsMost: true })
  const { offers: found, mostWh } = all.kind === 'found' ? all : { offers: [], mostWh: 0 }
  const whole = await wholeStay(rooms, wish, need, span, rules)
  return store.work('driver', (tx) => {
    const short = unique(found).filter(
      ({ arrivesAt, departsAt }) => lengthRefusals(departsAt - arrivesAt, rules).length === 0,
    )
    const priced = short.map((offer) => pricedAs(tx, offer, need, false))
    const longest = Math.max(0, ...short.map(({ arrivesAt, departsAt }) => departsAt - arrivesAt))
    const isWorthIt =
      whole !== null && whole.departsAt - whole.arrivesAt >= longest + FLEXIBLE_FROM_MS
    const flexibly = isWorthIt ? pricedAs(tx, whole, need, true) : null
    const offers = labelledOffers(priced, flexibly).map((labelled) =>
      shownAs(tx, rooms, labelled, rules),
    )
    const none: VisitRefusal = mostWh > 0 ? { code: 'needTooMuch', mostWh } : { code: 'taken' }
    return { offers, mostWh, refusals: offers.length > 0 ? [] : [none] }
  })
}

/** The whole time there is, for who lets the site choose the hours; null where it can't be had. */
async function wholeStay(
  rooms: VisitRooms,
  wish: WishedStay,
  need: EnergyNeed | null,
  { from, until }: { readonly from: number; readonly until: number },
  { mostStayMin }: HouseRules,
): Promise<Offer | null> {
  if (need === null) return null
  const quarterMs = 15 * MINUTE
  const room = Math.floor(until / quarterMs) * quarterMs - Math.ceil(from / quarterMs) * quarterMs
  const stayMs = Math.min(room, mostStayMin * MINUTE)
  if (stayMs < FLEXIBLE_FROM_MS) return null
  const found = await rooms.findOffers(
    { ...wish, stayMs },
    { best: [{ order: 'soonest', limit: 1 }], tellsMost: false },
  )
  return found.kind === 'found' ? (found.offers[0] ?? null) : null
}

function unique(offers: readonly Offer[]): Offer[] {
  return [
    ...new Map(
      offers.map((offer) => {
        const { stationId, connectorId, arrivesAt, departsAt } = offer
        return [[stationId, connectorId, arrivesAt, departsAt].join(' '), offer]
      }),
    ).values(),
  ]
}

function pricedAs(tx: Writes, offer: Offer, need: EnergyNeed | null, isFlexible: boolean): Priced {
  const plan = { ...offer, need, ...flexible(isFlexible, offer.departsAt) }
  const { priceMinor, currency, settlement, words } = priceOfVisit(tx, plan, 'driver')
  return { ...offer, priceMinor, currency, settlement, words }
}

function shownAs(
  tx: Writes,
  { hubSecret }: VisitRooms,
  { offer, labels, isFlexible }: ReturnType<typeof labelledOffers>[number],
  rules: HouseRules,
): VisitOffer {
  const place = placeViewOf(tx, hubSecret, offer)
  if (place === null) throw new Error('What is offered is there.')
  const { arrivesAt, departsAt, energyWh, priceMinor, currency, settlement, words } = offer
  const depositMinor = settlement === 'pay' ? depositOf(priceMinor, currency, 'online', rules) : 0
  return {
    ...{ labels: [...labels], place, arrivesAt, departsAt, energyWh, isFlexible },
    ...{
      price: priceMinor === null ? null : { inclMinor: priceMinor, currency },
      depositMinor,
      words,
    },
  }
}
