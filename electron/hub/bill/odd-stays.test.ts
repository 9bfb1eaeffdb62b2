import { afterEach, beforeEach, expect, test } from 'vitest'
import { newControl, type SentProfile } from '../../../shared/domain/dispatch/charging-control.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { billKeeper } from './bill-keeper.ts'
import { billedSite, type BilledSite, chargeFully } from './test-bench/billed-site.ts'

let site: BilledSite
beforeEach(async () => {
  site = await billedSite()
})
afterEach(() => site.close())

test('a car that the site’s own plan lets wait pays nothing for that', async () => {
  const transaction = await site.start()
  await site.status('Charging')
  await site.after(60)
  await site.measure(transaction, 10_000)
  const { stationId, now } = site
  const held: SentProfile = {
    ...{ commandId: site.newId(), transactionId: transaction.id, stackLevel: 1, unit: 'A' },
    ...{ numberPhases: 3, until: null, sentAt: now, answer: 'accepted', word: 'Accepted' },
    limits: [
      [now, 0],
      [now + HOUR, 160],
    ],
    answeredAt: now,
  }
  await site.store.work('test', (tx) =>
    tx.insert('chargingControl', {
      ...newControl(tx.newId(), { stationId, connectorId: 1 }, now),
      live: { held, asked: null },
    }),
  )
  // The charger says that the car has suspended itself, as many do of both.
  await site.status('SuspendedEV')
  await site.after(59)
  expect(await site.onlyBill()).toMatchObject({ inclMinor: 3_200, lines: [{ kind: 'energy' }] })
  await site.after(31)
  await site.after(1)
  // It may charge again for half an hour and a minute, and doesn't; a quarter of an hour of that is grace.
  const bill = await site.onlyBill()
  expect(bill.lines[1]).toMatchObject({ kind: 'parking', quantity: 16 / 60 })
})

test('a charger that is out of touch for long says nothing more: the stay ends where it was last heard of', async () => {
  const transaction = await site.start()
  await site.status('Charging')
  await site.after(60)
  await site.stop(transaction, 10_000)
  await site.status('Finishing')
  await site.after(30)
  await site.store.work('test', (tx) =>
    tx.update('station', site.stationId, { connection: 'offline', connectionSince: tx.now }),
  )
  await site.after(50)
  expect(await site.onlyBill()).toMatchObject({ state: 'running' })
  await site.after(20)
  expect(await site.onlyBill()).toMatchObject({ state: 'final', inclMinor: 3_200 + 1_500 })
})

test('what a charger tells late of a plug corrects the bill that was final without it', async () => {
  const transaction = await site.start()
  await site.after(60)
  await site.stop(transaction, 10_000)
  await site.after(60)
  // No status came, so the car counts as gone with the stop.
  const bill = await site.onlyBill()
  expect(bill).toMatchObject({ state: 'final', inclMinor: 3_200 })
  const { stationId, now } = site
  await site.store.work('test', (tx) => {
    const place = { kind: 'statusReplayed', stationId, connectorId: 1 } as const
    const { happened } = site.money
    happened(tx, { ...place, status: 'Charging', at: now - 100 * MINUTE })
    happened(tx, { ...place, status: 'SuspendedEV', at: now - 90 * MINUTE })
    happened(tx, { ...place, status: 'Available', at: now - 60 * MINUTE })
  })
  await site.after(0)
  expect((await site.detail(bill.id)).revisions).toMatchObject([
    { inclMinor: 3_200, reason: 'ended' },
    { inclMinor: 3_200 + 1_500, reason: 'lateValues' },
  ])
})

test('a stop whose start comes after it is billed once, with all that it brought', async () => {
  const startless = { connectorId: 0, notes: ['startMissing' as const], state: 'finished' as const }
  const transaction = await site.start({
    ...{ ...startless, stoppedAt: site.now, stopReceivedAt: site.now },
    ...{ meterStartWh: 11_000, meterStopWh: 11_000 },
  })
  await site.after(1)
  expect(await site.bills()).toEqual([])
  await site.store.work('test', (tx) => {
    const begun = tx.update('transaction', transaction.id, {
      ...{ connectorId: 1, startedAt: tx.now - HOUR, meterStartWh: 1_000, energyWh: 10_000 },
      notes: [],
    })
    if (begun)
      site.money.happened(tx, {
        kind: 'transactionStarted',
        ...{ transaction: begun, token: undefined, isNew: true },
      })
  })
  await site.after(0)
  expect(await site.onlyBill()).toMatchObject({ state: 'final', connectorId: 1, inclMinor: 3_200 })
})

test('a transaction that another has taken the place of ends there, and its late stop corrects it', async () => {
  const first = await site.start()
  await site.status('Charging')
  await site.after(60)
  await site.store.work('test', (tx) =>
    tx.update('transaction', first.id, {
      ...{ state: 'finished', stoppedAt: tx.now, meterStopWh: 6_000, energyWh: 5_000 },
      ...{ stopReason: 'Other', notes: ['superseded'] },
    }),
  )
  await site.start()
  await site.after(0)
  const bill = (await site.bills()).find(({ transactionId }) => transactionId === first.id)
  expect(bill).toMatchObject({ state: 'final', inclMinor: 1_600 })
  await site.store.work('test', (tx) => {
    const transaction = tx.update('transaction', first.id, {
      ...{ stopReceivedAt: tx.now, meterStopWh: 7_000, energyWh: 6_000, notes: [] },
    })
    if (transaction) site.money.happened(tx, { kind: 'transactionStopped', transaction })
  })
  await site.after(0)
  expect((await site.detail(bill?.id ?? '')).bill).toMatchObject({ revision: 2, inclMinor: 1_920 })
})

test('a hub that ends goes on with its bills when it opens again', async () => {
  const transaction = await site.start()
  await site.status('Charging')
  await site.after(30)
  await site.measure(transaction, 5_000)
  await site.money.close()
  // Nobody looks while this car comes and both go.
  const second = await site.start({ connectorId: 2 })
  site.now += 30 * MINUTE
  await site.stop(second, 1_000)
  await site.stop(transaction, 10_000)
  await site.status('Available')
  const failed = (error: unknown) => {
    throw error
  }
  const { store } = site
  const opened = billKeeper({ store, clock: () => site.now, failed, settled: () => undefined })
  await opened.look()
  expect((await site.bills()).map(({ state, inclMinor }) => [state, inclMinor]).toSorted()).toEqual(
    [
      ['final', 320],
      ['final', 3_200],
    ],
  )
  opened.close()
})

test('what was told of a connector is let go of after more than a year, and no sooner', async () => {
  await site.status('Available')
  site.now += 200 * DAY
  await site.status('Charging')
  const kept = () => site.store.work('test', (tx) => tx.sql('select word from stayMark', []))
  site.now += 200 * DAY
  await site.money.bills.forgetOld()
  expect(await kept()).toHaveLength(2)
  site.now += 1
  await site.money.bills.forgetOld()
  expect(await kept()).toEqual([{ word: 'Charging' }])
})

test('what runs for a customer who is merged into another is the other’s', async () => {
  const customer = async (name: string) => {
    const { body } = await site.ask<{ id: string }>('POST', '/customers', { name, kind: 'person' })
    return body.id
  }
  const [from, into] = [await customer('Kim'), await customer('Kim B')]
  await site.ask('PUT', '/id-tokens', { idToken: 'CARD', customerId: from })
  const first = await site.start()
  await site.after(1)
  await site.stop(first, 1_000)
  await site.after(1)
  await site.start()
  await site.after(1)
  await site.ask('POST', `/customers/${into}/merge`, { from })
  expect(await site.bills()).toMatchObject([
    { state: 'running', customerId: into },
    { state: 'final', customerId: from },
  ])
})

test('a bill that can’t be priced keeps no other from being', async () => {
  await site.start()
  await site.after(0)
  await site.store.work('test', (tx) =>
    tx.sql(`update tariffVersion set ocpi = json_set(ocpi, '$.elements', 'none')`, []),
  )
  const { store } = site
  const told: unknown[] = []
  await site.money.close()
  const keeper = billKeeper({
    ...{ store, clock: () => site.now, settled: () => undefined },
    failed: (error) => told.push(error),
  })
  await site.store.work('test', (tx) => {
    for (const { id } of tx.find('tariffAssignment', {}))
      tx.update('tariffAssignment', id, { idToken: 'OTHER' })
  })
  site.now += MINUTE
  const next = await site.start({ connectorId: 2 })
  await site.stop(next, 1_000)
  await keeper.look()
  expect(told).toHaveLength(1)
  const bill = (await site.bills()).find(({ transactionId }) => transactionId === next.id)
  expect(bill).toMatchObject({ state: 'final', energyWh: 1_000 })
  keeper.close()
})

test('a site that began to bill while cars charged bills those, and none that was gone', async () => {
  await chargeFully(site)
  await site.start()
  await site.after(0)
  await site.store.work('test', (tx) => {
    tx.sql('delete from billing', [])
    tx.sql('drop trigger billRevisionIsKept', [])
    tx.sql('delete from billRevision', [])
    tx.sql('delete from bill', [])
  })
  await site.after(0)
  expect(await site.onlyBill()).toMatchObject({ state: 'running' })
})
