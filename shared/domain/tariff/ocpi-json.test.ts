import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../time/instant.ts'
import type { ChargingPeriod } from './charging-period.ts'
import { exportOcpi, importOcpi } from './ocpi-json.ts'
import type { OcpiTariff, PriceComponent } from './ocpi-tariff.ts'
import { priceOf } from './price.ts'
import type { TariffVersion } from './tariff.ts'
import { aVersion, simpleTariff } from './tariff-fixture.ts'

const party = { countryCode: 'SE', partyId: 'LAD' }

const component: fc.Arbitrary<PriceComponent> = fc.record(
  {
    type: fc.constantFrom('ENERGY', 'TIME', 'PARKING_TIME', 'FLAT'),
    price: fc.nat(1_000_000).map((parts) => Number(`${parts}e-4`)),
    vat: fc.constantFrom(0, 6, 12, 25, 8.1),
    step_size: fc.nat(1_000),
  },
  { requiredKeys: ['type', 'price', 'step_size'] },
)
const limit = fc.nat(1_000).map((least) => ({ before_taxes: least, after_taxes: least + 1 }))
const ocpi: fc.Arbitrary<OcpiTariff> = fc.record(
  {
    currency: fc.constantFrom('SEK', 'EUR'),
    tax_included: fc.constantFrom('YES', 'NO'),
    elements: fc.array(
      fc.record(
        {
          price_components: fc.uniqueArray(component, {
            minLength: 1,
            maxLength: 4,
            selector: ({ type }) => type,
          }),
          restrictions: fc.record(
            {
              start_time: fc.constantFrom('07:00', '22:30'),
              end_time: fc.constantFrom('06:00', '23:00'),
              min_kwh: fc.nat(20),
              max_duration: fc.integer({ min: 1, max: 9_000 }),
              day_of_week: fc.subarray(['MONDAY', 'SUNDAY'] as const, { minLength: 1 }),
            },
            { requiredKeys: [] },
          ),
        },
        { requiredKeys: ['price_components'] },
      ),
      { minLength: 1, maxLength: 4 },
    ),
    min_price: limit,
    tariff_alt_text: fc.constant([{ language: 'en', text: 'Ask at the desk.' }]),
    party_id: fc.constant('ABC'),
  },
  { requiredKeys: ['currency', 'tax_included', 'elements'] },
)
const version: fc.Arbitrary<TariffVersion> = fc
  .record({
    ocpi,
    idleGraceMin: fc.nat(1_440),
    validFrom: fc.integer({ min: 0, max: 2_000_000_000 * SECOND }),
    lasts: fc.option(fc.integer({ min: 1, max: 1_000 * HOUR })),
  })
  .map(({ lasts, ...told }) =>
    aVersion({
      tariffId: 'night',
      ...told,
      validUntil: lasts === null ? null : told.validFrom + lasts,
    }),
  )

const there = (exported: ReturnType<typeof exportOcpi>): unknown =>
  'json' in exported ? JSON.parse(JSON.stringify(exported.json)) : exported.problems

test('what is exported as 2.3 comes back as it was', () => {
  fc.assert(
    fc.property(version, (sent) => {
      const { ocpi: tariff, idleGraceMin, validFrom, validUntil } = sent
      const back = importOcpi(there(exportOcpi(sent, '2.3', party)))
      expect(back).toEqual({
        imported: {
          ocpi: { country_code: 'SE', party_id: 'LAD', ...tariff },
          idleGraceMin,
          validFrom,
          validUntil,
        },
      })
    }),
    { numRuns: 150 },
  )
})

/** Half an hour of reservation, two hours of charging over 22:00, an hour of parking. */
const session: ChargingPeriod[] = (
  [
    ['RESERVATION', 30, 0],
    ['CHARGING', 60, 11_000_000],
    ['CHARGING', 60, 7_123_456],
    ['PARKING', 60, 0],
  ] as const
).map(([state, minutes, energyMilliWh], index) => ({
  state,
  startsAt: Date.parse('2026-06-01T19:00:00Z') + index * HOUR,
  seconds: (minutes * MINUTE) / SECOND,
  energyMilliWh,
  powerW: null,
  currentA: null,
}))

test('what is exported as 2.2.1 comes back with the same price, or says which price can’t be told there', () => {
  fc.assert(
    fc.property(version, (sent) => {
      const exported = exportOcpi(sent, '2.2.1', party)
      if ('problems' in exported) {
        expect(sent.ocpi.tax_included).toBe('YES')
        for (const { path } of exported.problems)
          expect(path).toMatch(/^elements\[\d\]\.price_components\[\d\]\.price$/)
        return
      }
      expect(JSON.stringify(exported.json)).not.toMatch(/tax_included|before_taxes/)
      const back = importOcpi(there(exported))
      if (!('imported' in back)) throw new Error(JSON.stringify(back))
      expect(back.imported).toMatchObject({ idleGraceMin: sent.idleGraceMin })
      const zone = 'Europe/Stockholm'
      expect(priceOf(back.imported.ocpi, zone, session).exact).toEqual(
        priceOf(sent.ocpi, zone, session).exact,
      )
    }),
    { numRuns: 150 },
  )
})

test('prices with the tax in them are taken apart for 2.2.1 where that is exact', () => {
  const as221 = (vat: number) =>
    there(
      exportOcpi(
        aVersion({
          tariffId: 't',
          ocpi: {
            ...simpleTariff,
            elements: [{ price_components: [{ type: 'ENERGY', price: 3.2, vat, step_size: 1 }] }],
          },
        }),
        '2.2.1',
        party,
      ),
    )
  expect(as221(25)).toMatchObject({ elements: [{ price_components: [{ price: 2.56 }] }] })
  expect(as221(12)).toEqual([
    {
      path: 'elements[0].price_components[0].price',
      message: expect.stringContaining('Export it as 2.3'),
    },
  ])
})

test('what is no tariff is refused with the place and what to do', () => {
  expect(importOcpi({ currency: 'SEK', elements: [] })).toEqual({
    problems: [
      {
        path: 'elements',
        message: 'Give at least one element; a free tariff has one with a FLAT of 0.',
      },
    ],
  })
  const dear = {
    ...simpleTariff,
    elements: [{ price_components: [{ type: 'ENERGY', price: '3' }] }],
  }
  expect(importOcpi(dear)).toMatchObject({
    problems: [
      { path: 'elements[0].price_components[0].price' },
      { path: 'elements[0].price_components[0].step_size' },
    ],
  })
})
