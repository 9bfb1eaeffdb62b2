import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeskStay } from '../../../shared/contract/desk-stay.ts'
import { newConnector } from '../../../shared/domain/connector/new-connector.ts'
import type { SearchHit } from '../../../shared/domain/search/search-hit.ts'
import { newStation } from '../../../shared/domain/station/new-station.ts'
import { aVersion, anAssignment } from '../../../shared/domain/tariff/tariff-fixture.ts'
import type { Receipt } from '../../../shared/domain/payment/receipt.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { depotTariff } from '../bill/test-bench/billed-site.ts'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'
import { watchPlans } from '../store/test-bench/query-plans.ts'
import { aWalkUp, itsBooking } from '../../../shared/domain/walk-up/walk-up-fixture.ts'
import { findAnything } from './find.ts'

let face: RestFace
let stationId: string
let stay: DeskStay

beforeEach(async () => {
  face = await restFace()
  stationId = face.newId()
  await face.store.work('test', (tx) => {
    const words = { chargePointId: 'CP-A1', zone: '', authentication: 'none' } as const
    tx.insert('station', { ...newStation(words, stationId, tx.now), name: 'A1' })
    for (const number of [0, 1, 2])
      tx.insert('connector', newConnector(tx.newId(), stationId, number))
    const id = tx.newId()
    tx.insert('tariff', { id, name: 'Desk', archivedAt: null, createdAt: 0, updatedAt: 0 })
    tx.insert('tariffVersion', aVersion({ id: tx.newId(), tariffId: id, ocpi: depotTariff }))
    tx.insert('tariffAssignment', anAssignment({ id: tx.newId(), tariffId: id }))
  })
  stay = await begin({ plate: 'ABC 123', phone: '070-123 45 67' })
})
afterEach(() => face.close())

const begin = async (words: object): Promise<DeskStay> => {
  const { body } = await face.ask<DeskStay>('POST', '/walk-ups', {
    ...{ stationId, connectorId: 1, need: { kind: 'energy', energyWh: 10_000 } },
    ...{ payment: { kind: 'take', means: 'cash' }, ...words },
  })
  return body
}
const find = async (text: string): Promise<SearchHit[]> =>
  (await face.ask<{ hits: SearchHit[] }>('GET', `/search?text=${encodeURIComponent(text)}`)).body
    .hits
const kinds = (hits: SearchHit[]) => hits.map(({ kind, field }) => `${kind} by ${field}`)

test('a stay is found by its plate, its phone and its id, and by their beginnings', async () => {
  const { id } = stay.booking
  for (const text of ['abc123', 'ABC 12', '0701234567', '+46 70 123', id, id.slice(0, 13)]) {
    const [first] = await find(text)
    expect([text, first?.kind, first?.id, first?.plate]).toEqual([text, 'stay', id, 'ABC 123'])
  }
  expect((await find('abc123'))[0]).toMatchObject({ isExact: true, state: 'confirmed', stationId })
  expect(await find('XYZ')).toEqual([])
  expect(await find('  ')).toEqual([])
})

test('of a regular with many visits the last is found by the phone', async () => {
  await face.store.work('test', (tx) => {
    for (let visit = 10; visit < 40; visit += 1) {
      const id = `01890000-0000-7000-8000-0000000000${visit}`
      const past = {
        arrivesAt: 1,
        departsAt: 2,
        state: 'left',
        reservationId: 100 + visit,
      } as const
      tx.insert('booking', itsBooking({ id, stationId, ...past }))
      tx.insert('walkUp', aWalkUp({ id, stationId, billId: null, state: 'finished', endedAt: 1 }))
      tx.insert('walkUpPhone', { id, phoneKey: '701234567' })
    }
  })
  expect((await find('070-1234567'))[0]?.id).toBe(stay.booking.id)
})

test('a phone that is written down later is found too, and the one before is not', async () => {
  const { id } = stay.booking
  await face.ask('PUT', `/walk-ups/${id}/phone`, { phone: '+46 73 999 88 77' })
  expect(kinds(await find('0739998877'))).toEqual(['stay by phone'])
  expect(await find('0701234567')).toEqual([])
})

test('who stands here comes before who was here', async () => {
  await face.store.work('test', (tx) =>
    tx.update('booking', stay.booking.id, { state: 'left', arrivedAt: tx.now, leftAt: tx.now }),
  )
  face.now += HOUR
  const other = await begin({ plate: 'ABC 123' })
  face.now += HOUR
  await face.ask('POST', '/bookings', {
    ...{ stationId, connectorId: 2, plate: 'ABC 123' },
    ...{ arrivesAt: face.now + HOUR, departsAt: face.now + 2 * HOUR },
  })
  await face.store.work('test', (tx) =>
    tx.update('booking', other.booking.id, { state: 'charging', arrivedAt: tx.now }),
  )
  expect((await find('ABC123')).map(({ state }) => state)).toEqual([
    'charging',
    'confirmed',
    'left',
  ])
})

test('a vehicle’s stays are found by the vehicle’s plate', async () => {
  const { body: vehicle } = await face.ask<{ id: string }>('POST', '/vehicles', {
    ...{ plate: 'DEF 456', name: 'Van 1' },
  })
  await face.ask('POST', '/bookings', {
    ...{ stationId, connectorId: 2, vehicleId: vehicle.id },
    ...{ arrivesAt: face.now + HOUR, departsAt: face.now + 2 * HOUR },
  })
  const hits = await find('def456')
  expect(kinds(hits)).toEqual(['stay by plate', 'vehicle by plate'])
  expect(hits.map(({ title }) => title)).toEqual(['DEF 456', 'DEF 456'])
})

test('receipts and cards are found by their numbers, by whoever may see money', async () => {
  const paymentId = stay.payment?.id ?? ''
  const { body: receipt } = await face.ask<Receipt>('POST', `/payments/${paymentId}/receipt`)
  await face.store.work('test', (tx) => tx.update('payment', paymentId, { cardLast4: '4242' }))
  const [byNumber] = await find(String(receipt.number))
  expect(byNumber).toMatchObject({
    ...{ kind: 'receipt', receiptNumber: receipt.number, amountMinor: 3_200, currency: 'SEK' },
    bookingId: stay.booking.id,
  })
  expect(kinds(await find('4242'))).toEqual(['payment by last4'])
  const wish = { text: '4242', limit: 12 }
  expect(await findAnything(face.store.reads, wish, { seesMoney: false })).toEqual([])
})

test('connectors and customers are found by their names', async () => {
  await face.ask('POST', '/customers', { name: 'Åkeri Norr AB', kind: 'fleet' })
  expect(kinds(await find('åkeri norr'))).toEqual(['customer by customer'])
  expect((await find('a1')).map(({ connectorId }) => connectorId)).toEqual([1, 2])
  expect((await find('A1 · 2')).map(({ connectorId, isExact }) => [connectorId, isExact])).toEqual([
    [2, true],
  ])
})

test('of what there may be millions nothing is read from end to end', async () => {
  // Nobody else asks meanwhile.
  face.money.bills.close()
  await face.money.walkUps?.close()
  const plans = watchPlans()
  await findAnything(face.store.reads, { text: '4242', limit: 12 }, { seesMoney: true })
  await findAnything(face.store.reads, { text: 'ABC123', limit: 12 }, { seesMoney: true })
  await findAnything(face.store.reads, { text: stay.booking.id, limit: 12 }, { seesMoney: true })
  await findAnything(face.store.reads, { text: '0701234567', limit: 12 }, { seesMoney: true })
  const scans = plans().filter((line) => /\bSCAN\b/.test(line))
  // Of these a site has thousands at most.
  expect(scans.filter((line) => !/SCAN (?:customer|station|connector)\b/.test(line))).toEqual([])
})
