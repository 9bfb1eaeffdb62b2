import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { type Payer, payerAt } from './test-bench/payer.ts'
import { type PayingHub, payingHub } from './test-bench/paying-hub.ts'

let hub: PayingHub
let payer: Payer
beforeEach(async () => {
  hub = await payingHub()
  payer = payerAt(hub)
})
afterEach(() => hub.close())

test('payments are found by plate, last four digits, amount and Stripe’s ids, newest first in pages', async () => {
  const first = await payer.paid()
  hub.later(MINUTE)
  const second = await payer.paid()
  const found = async (query: string) =>
    (
      await hub.face.ask<{ rows: { payment: Payment }[]; next: string | null }>(
        'GET',
        `/payments?${query}`,
      )
    ).body
  const ids = async (query: string) => (await found(query)).rows.map(({ payment }) => payment.id)
  for (const search of ['abc%20123', 'ABC-123', '4242', '100,00', '100'])
    expect(await ids(`search=${search}`)).toEqual([second.id, first.id])
  expect(await ids(`search=${first.stripePaymentIntentId}`)).toEqual([first.id])
  expect(await ids('search=nobody')).toEqual([])
  expect(await ids('means=cash')).toEqual([])
  const page = await found('limit=1')
  expect(page.rows.map(({ payment }) => payment.id)).toEqual([second.id])
  expect(await ids(`limit=1&after=${page.next}`)).toEqual([first.id])
})
