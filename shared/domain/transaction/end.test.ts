import { describe, expect, test } from 'vitest'
import { MINUTE } from '../../time/instant.ts'
import { decideEnd } from './end.ts'
import { begun, endedByHand, t0 } from './transaction-fixture.ts'

describe('an end by hand', () => {
  const refused = { failure: null, answer: { status: 'Rejected' }, endedAt: t0 }
  const taken = { failure: null, answer: { status: 'Accepted' }, endedAt: t0 }
  const unsent = { failure: 'offline', answer: null, endedAt: t0 } as const
  const unanswered = { failure: 'timeout', answer: null, endedAt: t0 } as const
  const underWay = { failure: null, answer: null, endedAt: null }

  test('is where the transaction was last measured, and says so', () => {
    const measured = { ...begun(), energyWh: 4_000, powerW: 7_000, sampledAt: t0 + MINUTE }
    expect(endedByHand(measured)).toMatchObject({
      state: 'finished',
      stoppedAt: t0 + MINUTE,
      meterStopWh: 5_000,
      stopReceivedAt: null,
      stopReason: 'Other',
      powerW: null,
      notes: ['endedByHand'],
    })
    expect(endedByHand(begun())).toMatchObject({ stoppedAt: t0, meterStopWh: 1_000 })
  })

  test('is refused once the transaction has ended', () => {
    const known = { online: false, stops: [], now: t0 }
    expect(decideEnd(endedByHand(begun()), known).kind).toBe('finished')
  })

  test.each([
    ['that nobody has asked to stop', [], 'stoppable'],
    ['that is being asked to stop', [underWay], 'stoppable'],
    ['that could not be asked to stop', [unsent], 'stoppable'],
    ['that has just agreed to stop', [taken], 'stoppable'],
    ['that refused to stop', [refused], 'ends'],
    ['that did not answer', [unanswered], 'ends'],
  ] as const)('on a connected charger %s: %s', (_, stops, kind) => {
    expect(decideEnd(begun(), { online: true, stops, now: t0 + 1_000 }).kind).toBe(kind)
  })

  test('is allowed when the charger has agreed to stop and kept charging', () => {
    const known = { online: true, stops: [taken], now: t0 + 2 * MINUTE }
    expect(decideEnd(begun(), known).kind).toBe('ends')
  })
})
