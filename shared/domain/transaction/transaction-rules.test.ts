import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { decideEnd } from './end.ts'
import { progress } from './progress.ts'
import { decideStart, type Start } from './start.ts'
import { decideStop, type Stop } from './stop.ts'
import type { Transaction } from './transaction.ts'

const t0 = Date.UTC(2026, 5, 1, 8)
const stationId = '01890000-0000-7000-8000-000000000001'

const start = (changes: Partial<Start> = {}): Start => ({
  stationId,
  connectorId: 1,
  idToken: 'CARD',
  startedAt: t0,
  stampTaken: false,
  meterStartWh: 1_000,
  reservationId: null,
  receivedAt: t0 + 1_000,
  tokenKnown: true,
  ...changes,
})

const stop = (changes: Partial<Stop> = {}): Stop => ({
  stationId,
  ocppTransactionId: 7,
  stoppedAt: t0 + HOUR,
  meterStopWh: 11_000,
  idToken: 'CARD',
  reason: null,
  begin: null,
  receivedAt: t0 + HOUR + 1_000,
  ...changes,
})

function begun(changes: Partial<Start> = {}): Transaction {
  const decision = decideStart(start(changes), { ofConnector: [], startless: [] })
  if (decision.kind !== 'begins') throw new Error('it did not begin')
  return { id: stationId, ocppTransactionId: 7, ...decision.transaction }
}

const nothing = { named: undefined, unstopped: [], endedThen: [] }

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

function endedByHand(transaction: Transaction): Transaction {
  const decision = decideEnd(transaction, { online: false, stops: [], now: t0 + HOUR })
  if (decision.kind !== 'ends') throw new Error('it did not end')
  return { ...transaction, ...decision.patch }
}

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

describe('readings', () => {
  const reading = fc.record({
    measuredAt: fc.integer({ min: t0, max: t0 + HOUR }),
    receivedAt: fc.constant(t0 + HOUR),
    energyWh: fc.integer({ min: 0, max: 50_000 }),
    powerW: fc.nat(22_000),
    socPct: fc.constant(null),
  })

  test('in any order, and any of them twice, give the same energy', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(reading, { selector: ({ measuredAt }) => measuredAt }),
        fc.infiniteStream(fc.nat()),
        (readings, keys) => {
          const fold = (list: typeof readings): Transaction =>
            list.reduce<Transaction>(
              (known, one) => ({ ...known, ...progress(known, one) }),
              begun(),
            )
          const shuffled = [...readings, ...readings.slice(0, 3)]
            .map((one) => ({ one, key: keys.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ one }) => one)
          expect(fold(shuffled)).toEqual(fold(readings))
        },
      ),
    )
  })

  test('after the stop are noted once and change no figure', () => {
    const ended: Transaction = { ...begun(), state: 'finished', stopReceivedAt: t0, energyWh: 5 }
    const late = { measuredAt: t0, receivedAt: t0, energyWh: 90_000, powerW: 1, socPct: 1 }
    expect(progress(ended, late)).toEqual({ notes: ['lateValues'] })
    expect(progress({ ...ended, notes: ['lateValues'] }, late)).toEqual({})
  })

  test('from a clock far ahead don’t hold back those that come after', () => {
    const ahead = {
      measuredAt: t0 + 99 * HOUR,
      receivedAt: t0,
      energyWh: null,
      powerW: 5,
      socPct: null,
    }
    const known = { ...begun(), ...progress(begun(), ahead) }
    const right = {
      measuredAt: t0 + 1,
      receivedAt: t0 + 1,
      energyWh: null,
      powerW: 9,
      socPct: null,
    }
    expect(progress(known, right).powerW).toBe(9)
  })
})
