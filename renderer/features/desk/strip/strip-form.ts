import type { Instant } from '../../../../shared/time/instant.ts'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import type { WalkUpPlace, WalkUpWho } from '../../../../shared/domain/walk-up/choice.ts'
import type { WalkUpNeed } from '../../../../shared/domain/walk-up/need.ts'
import type { WalkUpTermsWords } from '../../../../shared/domain/walk-up/walk-up-terms.ts'
import { typedClock } from '../../../ui/input/typed-clock.ts'
import { kiloText, typedKilo } from '../../../ui/input/typed-kilo.ts'
import type { PayWay } from './pay-ways.ts'

/** What a walk-up is asked for, from left to right. */
export const stripSteps = ['plate', 'place', 'need', 'pay', 'start'] as const
export type StripStep = (typeof stripSteps)[number]

export const needKinds = ['full', 'energy', 'until'] as const
export type NeedKind = (typeof needKinds)[number]

export type PlaceKey = Pick<WalkUpPlace, 'stationId' | 'connectorId'>

/** A walk-up as it is being put together. */
export type StripForm = {
  step: StripStep
  plate: string
  place: PlaceKey | null
  needKind: NeedKind
  /** As typed, kWh. */
  energy: string
  /** As typed, a time of day by the site's clock. */
  until: string
  pay: PayWay | null
  /** What of need and pay is known of this car, so that nobody need ask. */
  known: boolean
  readerId: string | null
  tendered: string
  reference: string
  note: string
}

/** How much more or less a press of the buttons beside the kWh is, and of those beside the time. */
const STEP_KWH = 5
const STEP_MS = 30 * MINUTE
/** A time proposed to people is a round one. */
const ROUND_MS = 5 * MINUTE

/** A strip for a car of which nothing but perhaps its plate has been told. */
export function emptyStrip(plate: string, now: Instant, timeZone: string): StripForm {
  return {
    step: plate === '' ? 'plate' : 'place',
    plate,
    place: null,
    needKind: 'full',
    energy: '20',
    until: clockOf(roundUp(now + HOUR), timeZone),
    pay: null,
    known: false,
    readerId: null,
    tendered: '',
    reference: '',
    note: '',
  }
}

/** What the hub has told of the car and of where it could charge. */
export interface StripFacts {
  readonly who: WalkUpWho | null
  readonly places: readonly WalkUpPlace[]
  readonly terms: Pick<WalkUpTermsWords, 'defaultNeed'>
  /** The way of paying to begin with; null when there is none. */
  readonly pay: PayWay | null
  readonly now: Instant
  readonly timeZone: string
}

/**
 * The strip with its defaults, once it is known who stands at the desk: the connector where a car is plugged in or where
 * it was the last time, the need and the way of paying of the last time, else those of the site. Of a regular all of it
 * is known, and only the start is left to be pressed; a step that somebody has taken meanwhile is left as it is.
 */
export function proposed(form: StripForm, facts: StripFacts): StripForm {
  const { who, places, pay } = facts
  const last = who?.last ?? null
  const kept = places.some((one) => samePlace(one, form.place)) ? form.place : null
  const place = kept ?? firstPlace(places, last)
  const need = last === null ? needOfTerms(facts) : needFields(last.need, facts)
  const known = last !== null && pay !== null
  const isSure = place !== null && (places.length === 1 || samePlace(place, last))
  const plate = who?.plate ?? form.plate
  const isGone = form.place !== null && kept === null
  const from = isGone && form.step !== 'plate' ? 'place' : form.step
  const step = from === 'place' && known && isSure ? 'start' : from
  return { ...form, ...need, plate, place, pay: form.pay ?? pay, known, step }
}

/** The next step; what is known of a regular is not asked for again. */
export function nextStep({ step, known }: Pick<StripForm, 'step' | 'known'>): StripStep {
  if (step === 'place' && known) return 'start'
  return stripSteps[stripSteps.indexOf(step) + 1] ?? 'start'
}

/** The step before; null when there is none, and Escape closes the strip. */
export function stepBack({ step, plate }: Pick<StripForm, 'step' | 'plate'>): StripStep | null {
  const before = stripSteps[stripSteps.indexOf(step) - 1] ?? null
  // Who came by the plate typed in the box is not asked for it again.
  return before === 'plate' && plate !== '' ? null : before
}

/** Which of a row of choices a key picks: 1 is the first, 0 the tenth; null for every other key. */
export function digitOf(key: string): number | null {
  return /^\d$/.test(key) ? (Number(key) + 9) % 10 : null
}

/** What is wanted; null while what is typed makes none. */
export function needOf(form: StripForm, now: Instant, timeZone: string): WalkUpNeed | null {
  switch (form.needKind) {
    case 'full':
      return { kind: 'full' }
    case 'energy': {
      const energyWh = typedKilo(form.energy)
      if (typeof energyWh !== 'number' || energyWh < 1 || energyWh > 2_000_000) return null
      return { kind: 'energy', energyWh }
    }
    case 'until': {
      const at = nextClock(form.until, now, timeZone)
      return at === null ? null : { kind: 'until', at }
    }
  }
}

/** More or less energy by a press, kWh as typed, never below one press. */
export function steppedEnergy(energy: string, by: 1 | -1): string {
  const kWh = (typedKilo(energy) ?? 0) / 1_000
  return kiloText(Math.max(STEP_KWH, kWh + by * STEP_KWH) * 1_000)
}

/** Later or earlier by a press; never before the next round half hour is due. */
export function steppedUntil(until: string, by: 1 | -1, now: Instant, timeZone: string): string {
  const at = nextClock(until, now, timeZone) ?? now
  return clockOf(Math.max(roundUp(now + ROUND_MS), at + by * STEP_MS), timeZone)
}

/** When the site's clock shows that time next; null when it is no time of day. */
export function nextClock(typed: string, now: Instant, timeZone: string): Instant | null {
  const clock = typedClock(typed)
  if (clock === null) return null
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone)
  const today = here.withPlainTime(clock)
  const next = today.epochMilliseconds > now ? today : today.add({ days: 1 })
  return next.epochMilliseconds
}

export function samePlace(one: PlaceKey | null, other: PlaceKey | null): boolean {
  return (
    one !== null &&
    other !== null &&
    one.stationId === other.stationId &&
    one.connectorId === other.connectorId
  )
}

/** Where a car is plugged in already, else where it was the last time, else the first that answers. */
function firstPlace(places: readonly WalkUpPlace[], last: PlaceKey | null): PlaceKey | null {
  const online = places.filter(({ isOffline }) => !isOffline)
  const waiting = online.filter(({ isPluggedIn }) => isPluggedIn)
  const asLast = (one: WalkUpPlace): boolean => samePlace(one, last)
  const place =
    waiting.find(asLast) ?? waiting[0] ?? online.find(asLast) ?? online[0] ?? places[0] ?? null
  return place === null ? null : { stationId: place.stationId, connectorId: place.connectorId }
}

type NeedFields = Pick<StripForm, 'needKind' | 'energy' | 'until'>

function needOfTerms({ terms, now, timeZone }: StripFacts): Partial<NeedFields> {
  const { defaultNeed } = terms
  if (defaultNeed.kind !== 'for') return needFields(defaultNeed, { now, timeZone })
  const until = clockOf(roundUp(now + defaultNeed.stayMin * MINUTE), timeZone)
  return { needKind: 'until', until }
}

function needFields(
  need: WalkUpNeed,
  { timeZone }: Pick<StripFacts, 'now' | 'timeZone'>,
): Partial<NeedFields> {
  if (need.kind === 'energy') return { needKind: 'energy', energy: kiloText(need.energyWh) }
  if (need.kind === 'until') return { needKind: 'until', until: clockOf(need.at, timeZone) }
  return { needKind: 'full' }
}

function clockOf(at: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
}

function roundUp(at: Instant): Instant {
  return Math.ceil(at / ROUND_MS) * ROUND_MS
}
