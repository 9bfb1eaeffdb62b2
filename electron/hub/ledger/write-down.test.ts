import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PayingHub, payingHub, type Refused } from '../payment/test-bench/paying-hub.ts'

let hub: PayingHub
beforeEach(async () => {
  hub = await payingHub()
})
afterEach(() => hub.close())

const writeDown = (told: object) =>
  hub.post<Refused>('/ledger/entries', { reference: 'Statement 7', ...told })

test('what another terminal took comes to the bank, less what is kept of it', async () => {
  const bill = await hub.bill()
  await hub.post('/payments/manual', {
    ...{ billId: bill.id, means: 'externalTerminal', reference: 'Slip 17' },
  })
  const { status } = await writeDown({
    ...{ what: 'terminalSettled', amountMinor: 9_800, feeMinor: 200 },
  })
  expect(status).toBe(201)
  expect(await hub.balance('means/externalTerminal')).toBe(0)
  expect(await hub.balance('bank')).toBe(9_800)
  expect(await hub.balance('fee/terminal')).toBe(200)
})

test('cash goes from the safe to the bank, and is fetched there', async () => {
  await writeDown({ what: 'bankToSafe', amountMinor: 50_000 })
  await writeDown({ what: 'safeToBank', amountMinor: 20_000 })
  expect(await hub.balance('safe')).toBe(30_000)
  expect(await hub.balance('bank')).toBe(-30_000)
})

test('of cash nobody keeps a fee, and an entry says what it was made of', async () => {
  const fee = { what: 'safeToBank', amountMinor: 100, feeMinor: 1 }
  expect((await writeDown(fee)).body.code).toBe('FEE_OF_TERMINAL')
  expect((await writeDown({ what: 'safeToBank', amountMinor: 100, reference: ' ' })).status).toBe(
    400,
  )
  const { body } = await writeDown({ what: 'safeToBank', amountMinor: 100 })
  expect(body).toMatchObject({ kind: 'safeBanked', text: 'Statement 7', actor: 'api' })
  const [line] = await hub.face.store.reads.find('journal', { act: 'ledger.safeToBank' })
  expect(line).toMatchObject({ reason: 'Statement 7' })
})
