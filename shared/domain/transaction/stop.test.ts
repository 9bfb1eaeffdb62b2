import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR } from '../../time/instant.ts'
import { decideStart } from './start.ts'
import { decideStop } from './stop.ts'
import { begun, endedByHand, start, stationId, stop, t0 } from './transaction-fixture.ts'
import type { Transaction } from './transaction.ts'

const nothing = { named: undefined, unstopped: [], endedThen: [] }

describe('a stop', () => {
  test('ends its transaction with the registers’ difference', () => {
    const decision = decideStop(stop(), { ...nothing, named: begun() })
    expect(decision).toMatchObject({
      kind: 'ends',
      patch: { state: 'finished', energyWh: 10_000, stopReason: 'Local', stoppedAt: t0 + HOUR },
    })
  })

  test('sent again changes nothing', () => {
    const first = decideStop(stop(), { ...nothing, named: begun() })
    if (first.kind !== 'ends') throw new Error('it did not end')
    const ended = { ...begun(), ...first.patch }
    expect(decideStop(stop({ receivedAt: t0 + 9 * HOUR }), { ...nothing, named: ended }).kind).toBe(
      'again',
    )
  })

  test('a watt-hour under the start is nothing delivered, and flagged', () => {
    const decision = decideStop(stop({ meterStopWh: 999 }), { ...nothing, named: begun() })
    expect(decision).toMatchObject({
      patch: { energyWh: 0, meterStopWh: 1_000, notes: ['meterClamped'] },
    })
  })

  test('before its start by the charger’s clock is flagged and takes no time', () => {
    const decision = decideStop(stop({ stoppedAt: t0 - 1 }), { ...nothing, named: begun() })
    expect(decision).toMatchObject({ patch: { stoppedAt: t0, notes: ['clockSuspect'] } })
  })

  test('that comes after all ends a superseded transaction with its own figures', () => {
    const superseded: Transaction = {
      ...begun(),
      state: 'finished',
      stoppedAt: t0,
      notes: ['superseded'],
    }
    expect(decideStop(stop(), { ...nothing, named: superseded })).toMatchObject({
      kind: 'ends',
      patch: { energyWh: 10_000, notes: [] },
    })
  })

  test('that comes after all gives one that was ended by hand its own figures', () => {
    const ended = endedByHand({ ...begun(), energyWh: 4_000 })
    expect(decideStop(stop(), { ...nothing, named: ended })).toMatchObject({
      kind: 'ends',
      patch: { energyWh: 10_000, stoppedAt: t0 + HOUR, stopReason: 'Local', notes: [] },
    })
    const nameless = stop({ ocppTransactionId: -1 })
    expect(decideStop(nameless, { ...nothing, unstopped: [ended] }).kind).toBe('ends')
  })

  test('with the number -1 ends the one transaction it can mean', () => {
    const active = [begun(), { ...begun(), idToken: 'OTHER' }]
    const decision = decideStop(stop({ ocppTransactionId: -1 }), { ...nothing, unstopped: active })
    expect(decision).toMatchObject({ kind: 'ends', transaction: active[0] })
    const both = [begun(), { ...begun(), connectorId: 2 }]
    expect(decideStop(stop({ ocppTransactionId: -1 }), { ...nothing, unstopped: both }).kind).toBe(
      'startless',
    )
  })

  test('with the number -1 sent again is the same one, also once its transaction has ended', () => {
    const lost = stop({ ocppTransactionId: -1 })
    const first = decideStop(lost, { ...nothing, unstopped: [begun()] })
    if (first.kind !== 'ends') throw new Error('it did not end')
    const ended = { ...begun(), ...first.patch }
    expect(decideStop(lost, { ...nothing, endedThen: [ended] }).kind).toBe('again')
  })

  test('with a number of nobody’s never ends somebody’s transaction', () => {
    expect(
      decideStop(stop({ ocppTransactionId: 99 }), { ...nothing, unstopped: [begun()] }).kind,
    ).toBe('startless')
  })

  test('without a start is kept, with what its own data tells of the beginning', () => {
    expect(decideStop(stop(), nothing)).toMatchObject({
      kind: 'startless',
      transaction: { energyWh: 0, meterStartWh: 11_000, notes: ['startMissing'] },
    })
    const begin = { at: t0, energyWh: 1_000 }
    expect(decideStop(stop({ begin }), nothing)).toMatchObject({
      transaction: { energyWh: 10_000, startedAt: t0 },
    })
  })

  test('whose start comes after it gives the same bill as in order', () => {
    const early = decideStop(stop({ ocppTransactionId: -1 }), nothing)
    if (early.kind !== 'startless') throw new Error('it had a start')
    const kept: Transaction = { id: stationId, ocppTransactionId: 8, ...early.transaction }
    const late = decideStart(start({ receivedAt: t0 + 2 * HOUR }), {
      ofConnector: [],
      startless: [kept],
    })
    if (late.kind !== 'completes') throw new Error('it did not complete')
    expect({ ...kept, ...late.patch }).toMatchObject({
      connectorId: 1,
      energyWh: 10_000,
      startedAt: t0,
      stoppedAt: t0 + HOUR,
      notes: ['offline'],
    })
  })

  test.each([
    ['EVDisconnected', 'EVDisconnected'],
    [null, 'Local'],
    ['Bored', 'Other'],
  ])('for the reason %s is kept as %s', (reason, kept) => {
    expect(decideStop(stop({ reason }), nothing)).toMatchObject({
      transaction: { stopReason: kept },
    })
  })

  test('never bills negative, whatever the registers and stamps', () => {
    const stamp = fc.integer({ min: 0, max: t0 * 2 })
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer(),
        stamp,
        stamp,
        fc.boolean(),
        (from, to, begins, ends, hasStart) => {
          const named = hasStart ? begun({ meterStartWh: from, startedAt: begins }) : undefined
          const decision = decideStop(
            stop({ meterStopWh: to, stoppedAt: ends, begin: { at: begins, energyWh: from } }),
            { ...nothing, named },
          )
          const bill =
            decision.kind === 'ends'
              ? { ...decision.transaction, ...decision.patch }
              : decision.transaction
          expect(bill.energyWh).toBeGreaterThanOrEqual(0)
          expect((bill.meterStopWh ?? 0) - bill.meterStartWh).toBe(bill.energyWh)
          expect(bill.stoppedAt).toBeGreaterThanOrEqual(bill.startedAt)
        },
      ),
    )
  })
})
