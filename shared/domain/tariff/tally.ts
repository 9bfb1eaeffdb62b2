import type { Instant } from '../../time/instant.ts'
import { plus, type Rational, times, whole, ZERO } from '../money/rational.ts'
import { holds } from './condition.ts'
import type { Rule, Rules } from './rule.ts'
import type { Piece } from './split-periods.ts'

/** How much a rule priced over a session. */
export interface Tally {
  readonly rule: Rule
  readonly from: Instant
  readonly until: Instant
  /** Thousandths of a Wh, ms, or times. */
  readonly quantity: Rational
}

/** What has prices of its own. */
type Subject =
  | 'energy'
  | 'charging'
  | 'parking'
  | 'flat'
  | 'reserved'
  | 'reservationFlat'
  | 'expiryFlat'

/** What a session comes to, by what is priced, the rule that counted last at the end. */
export type Tallies = Readonly<Record<Subject, readonly Tally[]>>

interface Count {
  from: Instant
  until: Instant
  /** Whole periods, in the integers that they come in; only pieces of one need more. */
  whole: number
  pieces: Rational
  /** The last of the pieces that it counted. */
  last: number
}

/** Counts under the first rule that holds what each piece consumes; a fee once, when first one holds. */
export function tally(pieces: readonly Piece[], rules: Rules): Tallies {
  const counts = bySubject(() => new Map<Rule, Count>())
  let turn = 0
  const consume = (subject: Subject, among: readonly Rule[], piece: Piece, quantity: number) => {
    const rule = quantity > 0 ? firstThatHolds(among, piece) : undefined
    if (rule !== undefined) count(counts[subject], rule, piece, quantity, turn)
  }
  const charge = (subject: Subject, among: readonly Rule[], piece: Piece) => {
    const rule = counts[subject].size === 0 ? firstThatHolds(among, piece) : undefined
    const fee = { from: piece.startsAt, until: piece.startsAt, whole: 1, pieces: ZERO, last: turn }
    if (rule !== undefined) counts[subject].set(rule, fee)
  }
  for (const piece of pieces) {
    turn++
    switch (piece.state) {
      case 'CHARGING':
        charge('flat', rules.flat, piece)
        consume('energy', rules.energy, piece, piece.milliWh)
        consume('charging', rules.charging, piece, piece.ms)
        break
      case 'PARKING':
        charge('flat', rules.flat, piece)
        consume('energy', rules.energy, piece, piece.milliWh)
        consume('parking', rules.parking, piece, piece.ms)
        break
      case 'RESERVATION':
        charge('reservationFlat', rules.reservationFlat, piece)
        consume('reserved', rules.reserved, piece, piece.ms)
        break
      case 'RESERVATION_EXPIRED':
        charge('reservationFlat', rules.reservationFlat, piece)
        charge('expiryFlat', rules.expiryFlat, piece)
        consume('reserved', rules.expired, piece, piece.ms)
    }
  }
  return bySubject((subject) => talliesOf(counts[subject]))
}

function bySubject<T>(make: (subject: Subject) => T): Record<Subject, T> {
  return {
    energy: make('energy'),
    charging: make('charging'),
    parking: make('parking'),
    flat: make('flat'),
    reserved: make('reserved'),
    reservationFlat: make('reservationFlat'),
    expiryFlat: make('expiryFlat'),
  }
}

function firstThatHolds(among: readonly Rule[], { moment }: Piece): Rule | undefined {
  return among.find(({ condition }) => holds(condition, moment))
}

function count(
  counts: Map<Rule, Count>,
  rule: Rule,
  piece: Piece,
  quantity: number,
  turn: number,
): void {
  const { startsAt: from, endsAt: until, share } = piece
  let counted = counts.get(rule)
  if (counted === undefined) {
    counted = { from, until, whole: 0, pieces: ZERO, last: turn }
    counts.set(rule, counted)
  }
  if (share === null) counted.whole += quantity
  else counted.pieces = plus(counted.pieces, times(share, whole(quantity)))
  counted.until = Math.max(counted.until, until)
  counted.last = turn
}

function talliesOf(counts: Map<Rule, Count>): Tally[] {
  return [...counts]
    .toSorted(([, one], [, other]) => one.last - other.last)
    .map(([rule, { from, until, whole: integer, pieces }]) => ({
      rule,
      from,
      until,
      quantity: plus(whole(integer), pieces),
    }))
}
