import { afterEach, beforeEach, expect, test } from 'vitest'
import { billedSite, type BilledSite } from './test-bench/billed-site.ts'

let site: BilledSite
beforeEach(async () => {
  site = await billedSite()
})
afterEach(() => site.close())

test('a start that comes after its stop was billed tells whose the debt is, unless somebody has paid', async () => {
  const { body: fleet } = await site.ask<{ id: string }>('POST', '/customers', {
    ...{ name: 'Bud', kind: 'fleet' },
  })
  await site.ask('PUT', '/id-tokens', { idToken: 'CARD', customerId: fleet.id })
  const stopFirst = async () => {
    const transaction = await site.start({
      ...{ connectorId: 0, notes: ['startMissing'], state: 'finished', idToken: '' },
      ...{ stoppedAt: site.now, stopReceivedAt: site.now, meterStopWh: 6_000, energyWh: 5_000 },
    })
    await site.after(1)
    return transaction
  }
  const startLater = async ({ id }: { id: string }) => {
    await site.store.work('test', (tx) => {
      const transaction = tx.update('transaction', id, {
        ...{ connectorId: 1, idToken: 'CARD', notes: [] },
      })
      if (transaction)
        site.money.happened(tx, {
          kind: 'transactionStarted',
          ...{ transaction, token: undefined, isNew: true },
        })
    })
    await site.after(0)
    return (await site.bills()).find(({ transactionId }) => transactionId === id)
  }
  const first = await stopFirst()
  const unknown = await site.onlyBill()
  expect(unknown).toMatchObject({ state: 'final', customerId: null, dueMinor: 1_600 })
  expect(await startLater(first)).toMatchObject({
    ...{ customerId: fleet.id, settlement: 'invoice', inclMinor: 1_600, dueMinor: 0 },
  })
  const { body } = await site.ask<{ rows: object[] }>('GET', '/ledger/balances')
  expect(body.rows).toContainEqual(
    expect.objectContaining({ account: `customer/${fleet.id}`, balanceMinor: 1_600 }),
  )
  const second = await stopFirst()
  const paid = (await site.bills()).find(({ transactionId }) => transactionId === second.id)
  const { status } = await site.ask('POST', '/payments/manual', {
    ...{ billId: paid?.id, means: 'cash', tenderedMinor: 2_000 },
  })
  expect(status).toBe(201)
  expect(await startLater(second)).toMatchObject({
    ...{ customerId: null, settlement: 'pay', idToken: 'CARD', paidMinor: 1_600, dueMinor: 0 },
  })
})
