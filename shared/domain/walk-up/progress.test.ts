import { describe, expect, test } from 'vitest'
import { MINUTE, SECOND } from '../../time/instant.ts'
import { aBill, aPayment } from '../payment/payment-fixture.ts'
import { MOST_STARTS, STARTS_WITHIN_MS, type WalkUpFacts, walkUpProgress } from './progress.ts'
import { firstWalkUpTerms } from './walk-up-terms.ts'
import { aStart, aWalkUp, itsBooking, NOON } from './walk-up-fixture.ts'

const estimated = aBill({ state: 'estimated', estimatedMinor: 10_000, dueMinor: 0 })
const paid = aPayment({ means: 'cash', state: 'paid', capturedMinor: 10_000 })
const sent = aWalkUp({ startCommandId: aStart().id, starts: 1, state: 'starting' })

const progress = (told: Partial<WalkUpFacts> = {}) =>
  walkUpProgress({
    ...{ walkUp: aWalkUp(), booking: itsBooking(), bill: estimated, payments: [paid] },
    ...{ command: null, terms: firstWalkUpTerms, isConnected: true, now: NOON },
    ...told,
  })

describe('the money first', () => {
  test('who is being asked is waited for', () => {
    expect(progress({ payments: [aPayment()] })).toMatchObject({
      state: 'waitingForPayment',
      failure: null,
      act: null,
    })
  })

  test('paid, held or being taken, the charger is told', () => {
    for (const state of ['paid', 'held', 'capturing'] as const)
      expect(progress({ payments: [aPayment({ state })] })).toMatchObject({ act: 'start' })
  })

  test('who pays later, by invoice, or nothing at all is not waited for', () => {
    const started = { state: 'starting', act: 'start' }
    expect(progress({ payments: [], walkUp: aWalkUp({ pays: 'later' }) })).toMatchObject(started)
    const invoiced = aBill({ state: 'estimated', settlement: 'invoice' })
    expect(progress({ payments: [], bill: invoiced })).toMatchObject(started)
    expect(progress({ payments: [], bill: null })).toMatchObject(started)
    const free = aBill({ state: 'estimated', estimatedMinor: 0, inclMinor: 0 })
    expect(progress({ payments: [], bill: free })).toMatchObject(started)
  })

  test('a site may start before it is paid', () => {
    const terms = { ...firstWalkUpTerms, startsBeforePaid: true }
    expect(progress({ payments: [aPayment()], terms })).toMatchObject({ act: 'start' })
  })

  test('a payment that comes to nothing is told, and another may follow it', () => {
    const failed = aPayment({ state: 'failed', createdAt: NOON })
    const outcomes = [
      ['failed', 'paymentFailed'],
      ['expired', 'paymentExpired'],
      ['cancelled', 'paymentCancelled'],
    ] as const
    for (const [state, failure] of outcomes)
      expect(progress({ payments: [aPayment({ state })] })).toMatchObject({
        state: 'waitingForPayment',
        failure,
      })
    expect(progress({ payments: [failed, aPayment({ createdAt: NOON + 1 })] }).failure).toBeNull()
  })

  test('whom nobody pays for is let go after a while', () => {
    const payments = [aPayment({ state: 'failed' })]
    const late = NOON + firstWalkUpTerms.waitForCarMin * MINUTE
    expect(progress({ payments, now: late - 1 }).act).toBeNull()
    expect(progress({ payments, now: late }).act).toBe('takeBack')
  })
})

describe('then the charger', () => {
  test('one that is not connected is told when it is', () => {
    expect(progress({ isConnected: false })).toMatchObject({
      state: 'starting',
      failure: 'chargerOffline',
      act: null,
    })
    expect(progress({ isConnected: true }).act).toBe('start')
  })

  test('it is told once, and its answer is waited for', () => {
    for (const state of ['requested', 'sent'] as const)
      expect(progress({ walkUp: sent, command: aStart({ state, answer: null }) })).toEqual({
        state: 'starting',
        failure: null,
        act: null,
      })
  })

  test('what a hub that was killed had told is told again once the charger is back', () => {
    const command = aStart({ state: 'failed', answer: null, failure: 'hubStopped' })
    const later = NOON + 3 * SECOND
    expect(progress({ walkUp: sent, command, now: NOON }).act).toBeNull()
    expect(progress({ walkUp: sent, command, now: later, isConnected: false })).toMatchObject({
      failure: 'chargerOffline',
      act: null,
    })
    expect(progress({ walkUp: sent, command, now: later }).act).toBe('start')
    const often = { ...sent, starts: MOST_STARTS }
    expect(progress({ walkUp: often, command, now: later })).toMatchObject({
      failure: 'chargerOffline',
      act: null,
    })
  })

  test('what it says otherwise is told to people', () => {
    const arrived = itsBooking({ state: 'arrived', arrivedAt: NOON - 1 })
    const outcomes = [
      [{ answer: { status: 'Rejected' } }, 'chargerRefused'],
      [{ state: 'failed', failure: 'timeout' }, 'chargerSilent'],
      [{ state: 'failed', failure: 'callError' }, 'chargerFailed'],
      [{ state: 'failed', failure: 'queueFull' }, 'chargerBusy'],
    ] as const
    for (const [told, failure] of outcomes)
      expect(progress({ walkUp: sent, booking: arrived, command: aStart(told) })).toEqual({
        state: 'starting',
        failure,
        act: null,
      })
  })
})

describe('then the car', () => {
  const accepted = aStart()

  test('is waited for, and let go when it does not come', () => {
    const walkUp = { ...sent, state: 'waitingForCar' as const }
    expect(progress({ walkUp, command: accepted })).toMatchObject({ state: 'waitingForCar' })
    const late = NOON + firstWalkUpTerms.waitForCarMin * MINUTE
    expect(progress({ walkUp, command: accepted, now: late }).act).toBe('takeBack')
  })

  test('is there, and the charger takes its time', () => {
    const booking = itsBooking({ state: 'arrived', arrivedAt: NOON - 1 })
    expect(progress({ walkUp: sent, booking, command: accepted })).toMatchObject({
      state: 'starting',
      failure: null,
    })
    const late = { walkUp: sent, booking, command: accepted, now: NOON + STARTS_WITHIN_MS }
    expect(progress(late)).toMatchObject({ state: 'starting', failure: 'notStarted', act: null })
  })

  test('comes when the charger has forgotten, so it is told again', () => {
    const arrivedAt = NOON + 5 * MINUTE
    const booking = itsBooking({ state: 'arrived', arrivedAt })
    const now = arrivedAt + STARTS_WITHIN_MS
    expect(progress({ walkUp: sent, booking, command: accepted, now }).act).toBe('start')
  })

  test('makes up the mind of a charger that refused while nothing was plugged in', () => {
    const refused = aStart({ answer: { status: 'Rejected' } })
    expect(progress({ walkUp: sent, command: refused })).toMatchObject({
      state: 'waitingForCar',
      failure: 'chargerRefused',
    })
    const booking = itsBooking({ state: 'arrived', arrivedAt: NOON + MINUTE })
    expect(progress({ walkUp: sent, booking, command: refused, now: NOON + MINUTE }).act).toBe(
      'start',
    )
  })
})

describe('then it charges', () => {
  test('as its booking says, whatever the charger had said', () => {
    const booking = itsBooking({ state: 'charging', transactionId: sent.id })
    const command = aStart({ state: 'failed', failure: 'timeout' })
    expect(progress({ walkUp: sent, booking, command })).toEqual({
      state: 'charging',
      failure: null,
      act: null,
    })
  })

  test('once more, where it was told to after it had charged and stands there still', () => {
    const booking = itsBooking({ state: 'finished', finishedAt: NOON, transactionId: sent.id })
    const again = aStart({ requestedAt: NOON + 1, endedAt: NOON + 1 })
    expect(progress({ walkUp: sent, booking, command: aStart() }).state).toBe('finished')
    expect(progress({ walkUp: sent, booking, command: again }).state).toBe('starting')
  })

  test('and is over when it has charged, or when it never did', () => {
    const transactionId = sent.id
    for (const state of ['finished', 'left'] as const)
      expect(progress({ booking: itsBooking({ state, transactionId }) }).state).toBe('finished')
    for (const state of ['left', 'noShow', 'cancelled'] as const)
      expect(progress({ booking: itsBooking({ state }) }).state).toBe('cancelled')
  })
})
