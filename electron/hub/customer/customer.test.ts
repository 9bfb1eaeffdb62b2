import { afterEach, beforeEach, expect, test } from 'vitest'
import { newBookingRow, newRuleRow } from '../rpc/test-bench/booking-rows.ts'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'
import type { Customer } from '../../../shared/domain/customer/customer.ts'

let face: RestFace

beforeEach(async () => {
  face = await restFace()
})
afterEach(() => face.close())

type Answer = Customer & { code: string; data: unknown; rows: Customer[]; next: string | null }

const ask = (method: string, path: string, body?: object) => face.ask<Answer>(method, path, body)
const add = async (words: object): Promise<Customer> =>
  (await ask('POST', '/customers', words)).body

test('a customer is added with no more than its name, found, and changed word by word', async () => {
  const made = await ask('POST', '/customers', { name: 'Norrbud AB' })
  expect(made).toMatchObject({ status: 201, body: { kind: 'fleet', email: '', archivedAt: null } })
  const { id } = made.body
  const changed = await ask('PATCH', `/customers/${id}`, { email: 'ladda@norrbud.example' })
  expect(changed.body).toMatchObject({ name: 'Norrbud AB', email: 'ladda@norrbud.example' })
  expect((await ask('GET', `/customers/${id}`)).body).toEqual(changed.body)
  expect((await ask('PATCH', `/customers/${id}`, { email: 'nowhere' })).status).toBe(400)
  expect((await ask('GET', `/customers/${face.newId()}`)).body).toMatchObject({
    code: 'NOT_FOUND',
    data: { noun: 'customer' },
  })
  expect((await face.store.reads.find('journal', { noun: 'customer' })).length).toBe(2)
})

test('a customer is put aside once no vehicle is left, and comes back', async () => {
  const { id } = await add({ name: 'Norrbud' })
  const van = (await ask('POST', '/vehicles', { plate: 'A', customerId: id })).body
  expect(await ask('POST', `/customers/${id}/archive`)).toMatchObject({
    status: 409,
    body: { code: 'CUSTOMER_HAS_VEHICLES', data: { vehicles: 1 } },
  })
  await ask('POST', `/vehicles/${van.id}/archive`)
  const archived = await ask('POST', `/customers/${id}/archive`)
  expect(archived.body.archivedAt).toBe(face.now)
  for (const refused of [
    await ask('POST', `/customers/${id}/archive`),
    await ask('PATCH', `/customers/${id}`, { name: 'x' }),
  ])
    expect(refused).toMatchObject({ status: 409, body: { code: 'CUSTOMER_ARCHIVED' } })
  expect((await ask('GET', '/customers')).body.rows).toEqual([])
  expect((await ask('GET', '/customers?archived=true')).body.rows).toEqual([archived.body])
  expect((await ask('POST', `/customers/${id}/restore`)).body.archivedAt).toBeNull()
})

test('of two customers that are one, all becomes the one’s and the other is put aside', async () => {
  const kept = await add({ name: 'Norrbud AB' })
  const other = await add({ name: 'Norrbud', phone: '08-123 45' })
  const van = (await ask('POST', '/vehicles', { plate: 'A', customerId: other.id })).body
  await ask('PUT', '/id-tokens', { idToken: 'CARD', customerId: other.id })
  const booking = newBookingRow({ id: face.newId(), customerId: other.id, arrivesAt: face.now })
  const rule = newRuleRow({ id: face.newId(), customerId: other.id })
  await face.store.work('test', (tx) => {
    tx.insert('booking', booking)
    tx.insert('recurring', rule)
  })
  const merged = await ask('POST', `/customers/${kept.id}/merge`, { from: other.id })
  expect(merged.body).toMatchObject({ name: 'Norrbud AB', phone: '08-123 45' })
  const { reads } = face.store
  const mine = { customerId: kept.id }
  expect(await reads.get('vehicle', van.id)).toMatchObject(mine)
  expect(await reads.get('booking', booking.id)).toMatchObject({ ...mine, revision: 2 })
  expect(await reads.get('recurring', rule.id)).toMatchObject(mine)
  expect(await reads.find('idToken', {})).toMatchObject([mine])
  expect(await reads.get('customer', other.id)).toMatchObject({ mergedInto: kept.id })
  const again = await ask('POST', `/customers/${kept.id}/merge`, { from: other.id })
  expect(again.body.code).toBe('CUSTOMER_ARCHIVED')
  const itself = await ask('POST', `/customers/${kept.id}/merge`, { from: kept.id })
  expect(itself.body.code).toBe('SAME_CUSTOMER')
})

test('customers are found by name, reference and e-mail, and come by name in pages', async () => {
  await add({ name: 'beta', reference: 'K-17' })
  await add({ name: 'Alfa', email: 'alfa@example.com' })
  for (let count = 0; count < 2; count += 1) await add({ name: 'Gamma' })
  const found = async (search: string) =>
    (await ask('GET', `/customers?search=${search}`)).body.rows.map(({ name }) => name)
  expect(await found('BET')).toEqual(['beta'])
  expect(await found('k-17')).toEqual(['beta'])
  expect(await found('example.com')).toEqual(['Alfa'])
  const seen: Customer[] = []
  for (let after: string | null = ''; after !== null;) {
    const place: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`
    const { body } = await ask('GET', `/customers?limit=1${place}`)
    seen.push(...body.rows)
    after = body.next
  }
  expect(seen.map(({ name }) => name)).toEqual(['Alfa', 'beta', 'Gamma', 'Gamma'])
  expect(new Set(seen.map(({ id }) => id)).size).toBe(4)
  expect((await ask('GET', '/customers?after=nowhere')).status).toBe(400)
})
