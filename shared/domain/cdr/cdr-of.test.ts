import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import type { BillLine, BillRevision } from '../bill/bill.ts'
import { sumsOf } from '../bill/sums.ts'
import { aBill } from '../payment/payment-fixture.ts'
import type { ChargingPeriod } from '../tariff/charging-period.ts'
import { aVersion } from '../tariff/tariff-fixture.ts'
import { type CdrParts, cdrOf, creditCdrOf } from './cdr-of.ts'
import { missingIn } from './cdr-terms.ts'
import { ocpiCdr } from './test-bench/ocpi-cdr-schema.ts'

const NOON = Date.UTC(2026, 10, 27, 12)
const ID = '01890000-0000-7000-8000-00000000c0d4'
const terms = {
  ...{ countryCode: 'SE', partyId: 'LAD', address: 'Depåvägen 1', city: 'Luleå' },
  ...{ postalCode: '972 00', country: 'SWE', latitude: '65.58482', longitude: '22.15465' },
}
const line = (kind: BillLine['kind'], exclMinor: number): BillLine => ({
  ...{ kind, quantity: null, unit: null, unitPrice: null, from: null, until: null },
  ...{ ratePct: 25, exclMinor, vatMinor: Math.round(exclMinor / 4) },
})
const period = (told: Partial<ChargingPeriod> & Pick<ChargingPeriod, 'state'>): ChargingPeriod => ({
  ...{ startsAt: NOON, seconds: 3_600, energyMilliWh: 0, powerW: null, currentA: null },
  ...told,
})
const revisionOf = (told: Partial<BillRevision> = {}): BillRevision => {
  const lines = told.lines ?? [line('energy', 8_000), line('parking', 2_000), line('flat', 1_000)]
  return {
    ...{ id: ID, billId: ID, revision: 1, reason: 'ended', note: '', energyWh: 20_123 },
    ...{ settlement: 'pay', timeZone: 'Europe/Stockholm', corrections: [], ledgerEntryId: 1 },
    periods: [
      period({ state: 'PARKING', startsAt: NOON + HOUR, seconds: 1_800 }),
      period({ state: 'CHARGING', energyMilliWh: 20_123_456 }),
    ],
    ...{ at: NOON + 2 * HOUR, ...sumsOf(lines), ...told },
  }
}
const partsOf = (told: Partial<CdrParts> = {}): CdrParts => ({
  bill: aBill({
    id: ID,
    transactionId: ID,
    connectorId: 2,
    startsAt: NOON,
    endsAt: NOON + 90 * MINUTE,
  }),
  revision: revisionOf(),
  station: { id: ID, chargePointId: 'Bay-7 Öst' },
  connector: { standard: 'IEC_62196_T2', powerType: 'AC_3_PHASE' },
  tariff: aVersion({ tariffId: ID }),
  site: { id: ID, name: 'Norra depån' },
  ...{ terms, contractId: 'K-17' },
  ...told,
})

test('a stay is told as OCPI 2.2.1 has it, with its times, energy and costs', () => {
  const cdr = cdrOf(partsOf())
  expect(ocpiCdr.parse(cdr)).toEqual(cdr)
  expect(cdr).toMatchObject({
    ...{ id: ID, session_id: ID, currency: 'SEK', auth_method: 'WHITELIST' },
    ...{ start_date_time: '2026-11-27T12:00:00.000Z', end_date_time: '2026-11-27T13:30:00.000Z' },
    ...{ total_energy: 20.123, total_time: 1.5, total_parking_time: 0.5 },
    total_cost: { excl_vat: 110, incl_vat: 137.5 },
    total_energy_cost: { excl_vat: 80, incl_vat: 100 },
    total_parking_cost: { excl_vat: 20, incl_vat: 25 },
    total_fixed_cost: { excl_vat: 10, incl_vat: 12.5 },
    cdr_location: { evse_id: 'SE*LAD*EBAY*7*ST*2', connector_id: '2' },
    cdr_token: { uid: 'TAG', type: 'RFID', contract_id: 'K-17' },
    charging_periods: [
      {
        dimensions: [
          { type: 'ENERGY', volume: 20.123_456 },
          { type: 'TIME', volume: 1 },
        ],
      },
      { dimensions: [{ type: 'PARKING_TIME', volume: 0.5 }], tariff_id: ID },
    ],
  })
  expect(cdr).not.toHaveProperty('total_reservation_cost')
})

test('a credit CDR is all of the one it takes back, its total cost below zero', () => {
  const parts = partsOf()
  const credit = creditCdrOf(parts, NOON + 5 * HOUR)
  expect(ocpiCdr.parse(credit)).toEqual(credit)
  const { id: _id, total_cost: _cost, last_updated: _at, ...same } = cdrOf(parts)
  expect(credit).toMatchObject(same)
  expect(credit).toMatchObject({
    ...{ id: `${ID}-C`, credit: true, credit_reference_id: ID },
    total_cost: { excl_vat: -110, incl_vat: -137.5 },
    last_updated: '2026-11-27T17:00:00.000Z',
  })
})

test('who comes without a card is somebody for this once, and who never came has a reservation', () => {
  const bill = aBill({ id: ID, idToken: '', startsAt: NOON, endsAt: null, bookingId: ID })
  const revision = revisionOf({
    lines: [line('noShow', 1_000)],
    periods: [period({ state: 'RESERVATION_EXPIRED' })],
    energyWh: 0,
  })
  const cdr = cdrOf(partsOf({ bill, revision, connector: null, tariff: null }))
  expect(ocpiCdr.parse(cdr)).toEqual(cdr)
  expect(cdr).toMatchObject({
    ...{ total_energy: 0, total_time: 0, end_date_time: '2026-11-27T13:00:00.000Z' },
    total_reservation_cost: { excl_vat: 10, incl_vat: 12.5 },
    cdr_token: { uid: ID, type: 'AD_HOC_USER' },
  })
})

test('whatever a charger or a person has said, a partner can read it', () => {
  const state = fc.constantFrom<ChargingPeriod['state']>('CHARGING', 'PARKING', 'RESERVATION')
  const periods = fc.array(fc.record({ state, seconds: fc.nat(1e6), energyMilliWh: fc.nat(1e9) }))
  const text = fc.string({ unit: 'grapheme', maxLength: 300 })
  const chargePointId = fc.string({ minLength: 1, maxLength: 48 })
  fc.assert(
    fc.property(periods, text, chargePointId, fc.nat(99), (told, note, id, connectorId) => {
      const bill = aBill({ id: ID, connectorId, idToken: note, startsAt: NOON, endsAt: NOON })
      const revision = revisionOf({ note, periods: told.map(period) })
      const station = { id: ID, chargePointId: id }
      const parts = partsOf({ bill, revision, station, contractId: note })
      expect(ocpiCdr.safeParse(cdrOf(parts)).error).toBeUndefined()
      expect(ocpiCdr.safeParse(creditCdrOf(parts, NOON)).error).toBeUndefined()
    }),
  )
})

test('what has to be told of the site before that is named', () => {
  expect(missingIn(terms)).toEqual([])
  expect(missingIn({ ...terms, partyId: '', latitude: '' })).toEqual(['partyId', 'latitude'])
})
