import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { decideStart } from './start.ts'
import { begun, start, t0 } from './transaction-fixture.ts'
import type { Transaction } from './transaction.ts'

describe('a start', () => {
  test('begins a transaction', () => {
    expect(begun()).toMatchObject({ state: 'active', meterStartWh: 1_000, energyWh: 0, notes: [] })
  })

  test('sent again is the same transaction, whatever the case of its token', () => {
    const known = { ofConnector: [begun()], startless: [] }
    expect(decideStart(start({ idToken: 'card', receivedAt: t0 + HOUR }), known).kind).toBe('again')
  })

  test('sent again without a stamp that can be read is the same transaction while it runs', () => {
    const first = begun({ stampTaken: true })
    const again = start({ stampTaken: true, startedAt: t0 + MINUTE })
    expect(decideStart(again, { ofConnector: [first], startless: [] }).kind).toBe('again')
  })

  test.each([
    ['another token', { idToken: 'OTHER' }],
    ['another moment', { startedAt: t0 + 1 }],
    ['another register', { meterStartWh: 1_001 }],
  ])('with %s is another one, and supersedes the one left open', (_, changes) => {
    const open: Transaction = { ...begun(), energyWh: 500 }
    const decision = decideStart(start(changes), { ofConnector: [open], startless: [] })
    expect(decision).toMatchObject({
      kind: 'begins',
      superseded: [{ patch: { state: 'finished', meterStopWh: 1_500, notes: ['superseded'] } }],
    })
  })

  test('of long ago, arriving late, supersedes nothing that began after it', () => {
    const decision = decideStart(start({ startedAt: t0 - HOUR }), {
      ofConnector: [begun()],
      startless: [],
    })
    expect(decision).toMatchObject({ kind: 'begins', superseded: [] })
  })

  test('is noted when it came late, with an impossible clock, or with a token nobody knows', () => {
    expect(begun({ receivedAt: t0 + HOUR }).notes).toEqual(['offline'])
    expect(begun({ startedAt: 0 }).notes).toEqual(['clockSuspect'])
    expect(begun({ tokenKnown: false }).notes).toEqual(['unknownToken'])
  })
})
