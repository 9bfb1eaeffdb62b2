import { expect, test } from 'vitest'
import { HOUR } from '../../time/instant.ts'
import type { TariffBook } from './choose.ts'
import { flexibleFindings } from './lint-flexible.ts'
import type { OcpiTariff } from './ocpi-tariff.ts'
import type { TariffAssignment } from './tariff.ts'
import { anAssignment, aVersion } from './tariff-fixture.ts'

/** A Monday, 12:00 on the clock of the site. */
const noon = Date.parse('2026-06-01T10:00:00Z')

const perKwh = (price: number, told: Partial<OcpiTariff> = {}): OcpiTariff => ({
  currency: 'SEK',
  tax_included: 'YES',
  elements: [{ price_components: [{ type: 'ENERGY', price, vat: 25, step_size: 1 }] }],
  ...told,
})

const plain = anAssignment({ tariffId: 'plain' })
const flexible = anAssignment({ tariffId: 'flexible', isFlexible: true })

function bookOf(others: OcpiTariff, ...assignments: TariffAssignment[]): TariffBook {
  return {
    tariffs: ['plain', 'flexible'].map((id) => ({ id, archivedAt: null })),
    versions: [aVersion({ tariffId: 'plain', ocpi: others })],
    assignments,
    timeZone: 'Europe/Stockholm',
  }
}
const found = (
  ocpi: OcpiTariff,
  others: OcpiTariff,
  scope: TariffAssignment = flexible,
  ...assignments: TariffAssignment[]
) => {
  const book = bookOf(others, plain, scope, ...assignments)
  return flexibleFindings({ ocpi, idleGraceMin: 0 }, scope, book, noon)
}

test('a price for flexible drivers that is above the others’ is told with both, of 20 kWh', () => {
  expect(found(perKwh(3.5), perKwh(3.2))).toEqual([
    {
      code: 'flexibleDearer',
      severity: 'warning',
      path: 'elements',
      currency: 'SEK',
      inclMinor: 7_000,
      plainMinor: 6_400,
      from: noon,
    },
  ])
  expect(found(perKwh(3.2), perKwh(3.2))).toEqual([])
  expect(found(perKwh(2.5), perKwh(3.2))).toEqual([])
})

test('also where it is above at some hours alone', () => {
  const cheapAtNight = perKwh(3.2, {
    elements: [
      {
        price_components: [{ type: 'ENERGY', price: 1, vat: 25, step_size: 1 }],
        restrictions: { start_time: '22:00', end_time: '06:00' },
      },
      ...perKwh(3.2).elements,
    ],
  })
  // From 21:00 most of it is charged after 22:00.
  expect(found(perKwh(2.5), cheapAtNight)).toMatchObject([{ from: noon + 9 * HOUR }])
  // By day alone it is never compared with the night's price.
  const hours = [{ weekdays: [1, 2, 3, 4, 5], from: 8 * 60, until: 18 * 60 }]
  expect(found(perKwh(2.5), cheapAtNight, { ...flexible, hours })).toEqual([])
})

test('where others charge for nothing because they have no price', () => {
  const book = bookOf(perKwh(3), flexible)
  const words = { ocpi: perKwh(2), idleGraceMin: 0 }
  expect(flexibleFindings(words, flexible, book, noon)).toMatchObject([
    { inclMinor: 4_000, plainMinor: 0 },
  ])
})

test('it is compared with what the same stay would cost that isn’t flexible', () => {
  const here = { ...flexible, stationId: 's1', connectorId: 2 }
  const dearThere = anAssignment({ tariffId: 'dear', stationId: 's1', id: 'there' })
  const book = bookOf(perKwh(2), plain, here, dearThere)
  const withDear = {
    ...book,
    tariffs: [...book.tariffs, { id: 'dear', archivedAt: null }],
    versions: [...book.versions, aVersion({ tariffId: 'dear', ocpi: perKwh(6) })],
  }
  const words = { ocpi: perKwh(4), idleGraceMin: 0 }
  expect(flexibleFindings(words, here, withDear, noon)).toEqual([])
  expect(flexibleFindings(words, flexible, withDear, noon)).toMatchObject([{ plainMinor: 4_000 }])
})

test('nothing is said of what is for all, nor of prices that can’t be compared', () => {
  expect(found(perKwh(9), perKwh(3), { ...flexible, isFlexible: null })).toEqual([])
  expect(found(perKwh(9), perKwh(3, { currency: 'EUR' }))).toEqual([])
  expect(found(perKwh(9), perKwh(3), { ...flexible, tariffId: 'plain' })).toEqual([])
})
