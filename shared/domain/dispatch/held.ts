import type { Instant } from '../../time/instant.ts'
import type { ChargingControl, ProfilePlace, SentProfile } from './charging-control.ts'
import { powersOf, type CarTerms } from './limits.ts'
import { valueAt, type Steps } from './steps.ts'

/** A profile whose answer is not known, or that was taken, may hold. */
const MAY_HOLD: ReadonlySet<SentProfile['answer']> = new Set(['awaited', 'accepted', 'lost'])

type Places = Pick<ChargingControl, 'standing' | 'live'>
type Wiring = Pick<CarTerms, 'phases' | 'voltageV'>

/**
 * What the charger has taken for this charge, W: its live profile until that ends, then the standing one. Null when it
 * has taken neither, so that nothing holds it back.
 */
export function heldPowers(
  { standing, live }: Places,
  transactionId: string | null,
  car: Wiring,
): Steps | null {
  const standingW = standing.held === null ? null : powersTold(standing.held, car)
  const ofCharge =
    live.held !== null && live.held.transactionId === transactionId ? live.held : null
  if (ofCharge === null) return standingW
  return endedBy(powersTold(ofCharge, car), ofCharge.until, standingW)
}

/** What the charger was told and may hold or not, W; null for nothing. */
export function askedPowers(
  { standing, live }: Places,
  transactionId: string | null,
  car: Wiring,
): Steps | null {
  const standingW = standing.held === null ? null : powersTold(standing.held, car)
  const { asked } = live
  if (asked === null || asked.transactionId !== transactionId || !MAY_HOLD.has(asked.answer))
    return null
  return endedBy(powersTold(asked, car), asked.until, standingW)
}

/** What a sent profile allows, W. */
export function powersTold({ limits, unit }: SentProfile, car: Wiring): Steps {
  return powersOf(limits, unit, car)
}

/** After its end the other holds; without another nothing does, and nobody knows what it then draws. */
function endedBy(steps: Steps, until: Instant | null, then: Steps | null): Steps {
  if (until === null || then === null) return steps
  const before = steps.filter(([at]) => at < until)
  return [...before, [until, valueAt(then, until)]]
}

/** Since when what holds at a moment has held: since the charger took it, or since its step began. */
export function heldSince(
  { standing, live }: Places,
  transactionId: string | null,
  at: Instant,
): Instant {
  const held = live.held?.transactionId === transactionId ? live.held : standing.held
  const step = held?.limits.findLast(([from]) => from <= at)?.[0] ?? 0
  return Math.max(step, held?.answeredAt ?? held?.sentAt ?? 0)
}

/** The place after the charger has answered: what it took is held, what it refused stays to be seen. */
export function answered(
  place: ProfilePlace,
  answer: SentProfile['answer'],
  word: string | null,
  at: Instant,
): ProfilePlace {
  if (place.asked === null) return place
  const said: SentProfile = { ...place.asked, answer, word, answeredAt: at }
  return answer === 'accepted' ? { held: said, asked: null } : { ...place, asked: said }
}
