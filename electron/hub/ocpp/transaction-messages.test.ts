import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../../shared/time/instant.ts'
import { PASSWORD } from './server/test-bench/fresh-hub.ts'
import { iso, speaking, type Speaking, t0 } from './server/test-bench/speaking.ts'
import { wireCharger } from './server/test-bench/wire-charger.ts'

let wire: Speaking
beforeEach(async () => {
  wire = await speaking()
})
afterEach(() => wire.hub.stop())

describe('a transaction', () => {
  beforeEach(() => wire.knowToken('CARD'))

  test('runs from start over meter values in any unit to stop', async () => {
    const now = Date.now()
    const { transactionId, idTagInfo } = await wire.start({ timestamp: iso(now) })
    expect(idTagInfo).toEqual({ status: 'Accepted' })
    const [begun] = await wire.transactions()
    expect(begun).toMatchObject({ state: 'active', startedAt: now, notes: [] })
    expect(await wire.theConnector()).toMatchObject({ transactionId: begun?.id })
    await wire.measure(
      now + MINUTE,
      [
        { value: '1.5', unit: 'kWh' },
        { value: '11', unit: 'kW', measurand: 'Power.Active.Import' },
        { value: '42', unit: 'Percent', measurand: 'SoC' },
        { value: '16', unit: 'A', measurand: 'Current.Import', phase: 'L1' },
      ],
      { transactionId },
    )
    expect(await wire.transactions()).toMatchObject([{ energyWh: 500, powerW: 11_000, socPct: 42 }])
    expect(await wire.theConnector()).toMatchObject({
      powerW: 11_000,
      energyWh: 1_500,
      currentDa: 160,
    })
    await wire.measure(now + 2 * MINUTE, [{ value: '2000', unit: 'Wh' }], { transactionId })
    expect(await wire.transactions()).toMatchObject([{ energyWh: 1_000, powerW: 30_000 }])
    await wire.stop(transactionId, {
      meterStop: 2_500,
      timestamp: iso(now + 3 * MINUTE),
      reason: 'EVDisconnected',
      idTag: 'CARD',
    })
    expect(await wire.transactions()).toMatchObject([
      { state: 'finished', energyWh: 1_500, powerW: null, stopReason: 'EVDisconnected', notes: [] },
    ])
    expect(await wire.theConnector()).toMatchObject({ powerW: 0, socPct: null })
    expect(await wire.theConnector()).toMatchObject({ transactionId: null, powerW: 0 })
  })

  test('from offline times keeps the charger’s own times', async () => {
    const { transactionId } = await wire.start()
    await wire.stop(transactionId)
    expect(await wire.transactions()).toMatchObject([
      { startedAt: t0, stoppedAt: t0 + HOUR, energyWh: 10_000, notes: ['offline'] },
    ])
  })

  test('started again under another message id keeps its number', async () => {
    const first = await wire.start()
    expect(await wire.start()).toEqual(first)
    expect(await wire.transactions()).toHaveLength(1)
  })

  test('stopped with a number of nobody’s, or -1, is answered and kept', async () => {
    expect(await wire.stop(4_711)).toEqual({})
    expect(await wire.stop(-1, { meterStop: 5 })).toEqual({})
    expect(await wire.stop(4_711)).toEqual({})
    const kept = await wire.transactions()
    expect(kept.map(({ notes }) => notes)).toEqual([['startMissing'], ['startMissing']])
  })

  test('whose data comes with the stop keeps it, signed values to the letter', async () => {
    const { transactionId } = await wire.start()
    const signed = { value: ' OCMF|{"x":1}|{} ', format: 'SignedData', context: 'Transaction.End' }
    await wire.stop(transactionId, {
      transactionData: [
        { timestamp: iso(t0), sampledValue: [{ value: '1000', context: 'Transaction.Begin' }] },
        {
          timestamp: iso(t0 + HOUR),
          sampledValue: [{ value: '11000', context: 'Transaction.End' }, signed],
        },
      ],
    })
    const samples = await wire.hub.store.reads.query.selectFrom('meterSample').selectAll().execute()
    expect(samples).toHaveLength(2)
    expect(samples[1]).toMatchObject({ context: 'Transaction.End', energyWh: 11_000 })
    expect(samples[1]?.other).toContain('OCMF|')
  })

  test('left open is superseded by the next start on its connector, and its own stop still counts', async () => {
    const first = await wire.start({ timestamp: iso(t0) })
    await wire.start({ timestamp: iso(t0 + 30 * MINUTE), meterStart: 5_000 })
    expect((await wire.transactions()).map(({ state }) => state)).toEqual(['finished', 'active'])
    await wire.stop(first['transactionId'], { meterStop: 5_000, timestamp: iso(t0 + 29 * MINUTE) })
    const [old] = await wire.transactions()
    expect(old).toMatchObject({ energyWh: 4_000, notes: ['offline'] })
  })

  test('of another station can’t be stopped from here', async () => {
    const { transactionId } = await wire.start()
    const other = await wire.hub.addStation('CP2')
    const thief = await wireCharger(wire.hub.url, 'CP2', { password: PASSWORD })
    await thief.call('StopTransaction', { transactionId, meterStop: 2, timestamp: iso(t0 + 1) })
    expect(await wire.transactions()).toMatchObject([{ state: 'active' }])
    expect(await wire.hub.store.reads.find('transaction', { stationId: other })).toMatchObject([
      { notes: ['startMissing'] },
    ])
  })

  test('values after the stop are kept and noted, and don’t change the bill', async () => {
    const { transactionId } = await wire.start()
    await wire.stop(transactionId)
    await wire.measure(t0 + MINUTE, [{ value: '99000' }], { transactionId })
    expect(await wire.transactions()).toMatchObject([
      { energyWh: 10_000, notes: ['offline', 'lateValues'] },
    ])
  })

  test('values without its number are its own when they were measured in it', async () => {
    const now = Date.now()
    await wire.start({ timestamp: iso(now - MINUTE) })
    await wire.measure(now, [{ value: '1700' }])
    await wire.measure(now - HOUR, [{ value: '900' }])
    expect(await wire.transactions()).toMatchObject([{ energyWh: 700 }])
    const samples = await wire.hub.store.reads.query.selectFrom('meterSample').selectAll().execute()
    expect(samples.map(({ transactionId }) => transactionId !== '').toSorted()).toEqual([
      false,
      true,
    ])
  })

  test('the same value twice is stored once, and one that comes in parts grows', async () => {
    await wire.measure(t0, [{ value: '1500' }])
    await wire.measure(t0, [{ value: '1500' }])
    await wire.measure(t0, [{ value: '7000', measurand: 'Power.Active.Import' }])
    const samples = await wire.hub.store.reads.query.selectFrom('meterSample').selectAll().execute()
    expect(samples).toMatchObject([{ energyWh: 1_500, powerW: 7_000 }])
  })

  test('duplicated and reordered in any way gives the same bill', async () => {
    const bills = new Set<string>()
    for (let seed = 1; seed <= 12; seed += 1) {
      const id = `TRACE${seed}`
      const station = await wire.hub.addStation(id)
      wire.charger = await wireCharger(wire.hub.url, id, { password: PASSWORD })
      const { transactionId } = seed % 3 === 0 ? { transactionId: -1 } : await wire.start()
      const steps = [
        () => wire.start(),
        () => wire.measure(t0 + 10 * SECOND, [{ value: '2', unit: 'kWh' }], { transactionId }),
        () => wire.measure(t0 + 20 * SECOND, [{ value: '3000' }], { transactionId }),
        () => wire.stop(transactionId, { idTag: 'CARD' }),
      ]
      const order = [...steps, ...steps].map((step, index) => ({
        step,
        key: (seed * 2_654_435_761 * (index + 1)) % 97,
      }))
      for (const { step } of order.toSorted((a, b) => a.key - b.key)) await step()
      const [bill, ...others] = await wire.hub.store.reads.find('transaction', {
        stationId: station,
      })
      expect(others).toEqual([])
      bills.add(
        JSON.stringify([
          bill?.connectorId,
          bill?.startedAt,
          bill?.stoppedAt,
          bill?.meterStartWh,
          bill?.meterStopWh,
          bill?.energyWh,
        ]),
      )
    }
    expect([...bills]).toEqual([JSON.stringify([1, t0, t0 + HOUR, 1_000, 11_000, 10_000])])
  })

  test('that makes no sense is answered, kept apart and told', async () => {
    expect(await wire.say('StartTransaction', { connectorId: 1 })).toMatchObject({
      idTagInfo: { status: 'Invalid' },
    })
    expect(await wire.say('StopTransaction', { transactionId: {} })).toEqual({})
    expect(await wire.say('MeterValues', {})).toEqual({})
    expect(await wire.transactions()).toEqual([])
    expect(await wire.hub.store.reads.find('ocppMessage', { outcome: 'refused' })).toHaveLength(3)
    expect(await wire.hub.store.reads.find('alarm', { kind: 'badMessages' })).toHaveLength(1)
  })
})
