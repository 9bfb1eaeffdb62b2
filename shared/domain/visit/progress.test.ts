import { describe, expect, test } from 'vitest'
import { MINUTE } from '../../time/instant.ts'
import { aBooking, NOON } from '../booking/booking-fixture.ts'
import type { Booking } from '../booking/booking.ts'
import type { PaymentState } from '../payment/payment.ts'
import { visitProgress, type VisitFacts } from './progress.ts'
import { aVisit } from './visit-fixture.ts'

const bill = (paidMinor = 0): NonNullable<VisitFacts['bill']> => ({
  ...{ state: 'estimated', settlement: 'pay', heldMinor: 0, estimatedMinor: 3_200 },
  paidMinor,
})
const payments = (...states: PaymentState[]) => states.map((state) => ({ state }))
const held = { state: 'unpaid', holdUntil: NOON + 15 * MINUTE } as const
const facts = ({
  state = 'requested',
  ...told
}: Partial<VisitFacts> & { state?: Booking['state'] } = {}): VisitFacts => ({
  ...{ visit: aVisit(held), booking: aBooking({ state }) },
  ...{ walkUp: null, bill: bill(), payments: [], now: NOON, ...told },
})
const late = NOON + 15 * MINUTE

describe('a place that is held for its money', () => {
  test('is held while the time lasts', () => {
    expect(visitProgress(facts())).toEqual({ state: 'unpaid', endReason: null, act: null })
  })

  test('is agreed to once the deposit is there, and not a coin sooner', () => {
    expect(visitProgress(facts({ bill: bill(3_199) })).act).toBeNull()
    expect(visitProgress(facts({ bill: bill(3_200) }))).toMatchObject({
      ...{ state: 'agreed', act: 'confirm' },
    })
  })

  test('is given back only when nobody can pay for it any more', () => {
    const act = (...states: PaymentState[]) =>
      visitProgress(facts({ now: late, payments: payments(...states) })).act
    expect(act('open')).toBe('callOff')
    expect(act('requested')).toBe('callOff')
    expect(act('processing')).toBeNull()
    expect(act('unknown')).toBeNull()
    expect(act('expired', 'failed')).toBe('release')
    expect(act()).toBe('release')
  })

  test('is kept by money that came in the last moment', () => {
    expect(visitProgress(facts({ now: late, bill: bill(3_200) })).act).toBe('confirm')
  })

  test('of who pays by invoice needs none', () => {
    const invoiced = { ...bill(), settlement: 'invoice' } as const
    expect(visitProgress(facts({ bill: invoiced })).act).toBe('confirm')
  })
})

describe('what ends a visit', () => {
  test.each([
    ['left', 'done'],
    ['noShow', 'noShow'],
    ['cancelled', 'byDesk'],
  ] as const)('a booking that is %s: %s', (state, endReason) => {
    const visit = aVisit()
    expect(visitProgress(facts({ visit, state }))).toEqual({ state: 'over', endReason, act: null })
  })

  test('a walk-up that is taken back was not paid, or nobody came', () => {
    const visit = aVisit({ kind: 'now' })
    const end = (failure: 'paymentFailed' | null) =>
      visitProgress(facts({ visit, state: 'cancelled', walkUp: { state: 'cancelled', failure } }))
        .endReason
    expect(end('paymentFailed')).toBe('notPaid')
    expect(end(null)).toBe('noShow')
  })

  test('an offer that nobody claims, and a wait that is too long', () => {
    const offered = aVisit({ state: 'offered', holdUntil: NOON })
    expect(visitProgress(facts({ visit: offered }))).toMatchObject({
      ...{ endReason: 'notClaimed', act: 'release' },
    })
    const waiting = aVisit({ state: 'waiting', bookingId: null })
    const now = waiting.wish.departsBy
    expect(visitProgress(facts({ visit: waiting, booking: null, now })).endReason).toBe('inVain')
    expect(visitProgress(facts({ visit: waiting, booking: null })).state).toBe('waiting')
  })

  test('is told once: what is over stays over', () => {
    const visit = aVisit({ state: 'over', endReason: 'cancelled' })
    expect(visitProgress(facts({ visit, state: 'confirmed' }))).toEqual({
      ...{ state: 'over', endReason: 'cancelled', act: null },
    })
  })
})

describe('a change that is not paid yet', () => {
  const [need] = [{ kind: 'energy', energyWh: 5_000 } as const]
  const lapse = {
    ...{ until: late, arrivesAt: NOON, departsAt: NOON + 1, stationId: 's', connectorId: 1 },
    ...{ need, isFlexible: false, depositMinor: 1_600 },
  }
  const visit = aVisit({ lapse })

  test('stands once it is paid', () => {
    expect(visitProgress(facts({ visit, state: 'confirmed', bill: bill(3_200) })).act).toBe(
      'settleLapse',
    )
  })

  test('is undone when its time is up and nobody can pay any more', () => {
    const act = (now: number, ...states: PaymentState[]) =>
      visitProgress(
        facts({ visit, state: 'confirmed', bill: bill(1_600), now, payments: payments(...states) }),
      ).act
    expect(act(NOON)).toBeNull()
    expect(act(late, 'paid', 'open')).toBe('callOff')
    expect(act(late, 'paid', 'processing')).toBeNull()
    expect(act(late, 'paid', 'cancelled')).toBe('revert')
  })
})
