import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { expectedPeriods } from './estimate.ts'
import { withoutGrace } from './idle-grace.ts'
import { ocpiTariff } from './ocpi-tariff.ts'
import { priceOf } from './price.ts'
import { tariffOfTemplate, templateOf, type TariffTemplate } from './templates.ts'
import { simpleTariff } from './tariff-fixture.ts'

/** Two decimals, as people type them, and three of a minute's price. */
const price = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => Number(`${hundredths}e-2`))
const minutePrice = fc.integer({ min: 1, max: 9_999 }).map((parts) => Number(`${parts}e-3`))
const clock = fc
  .record({ hour: fc.nat(23), minute: fc.nat(59) })
  .map(({ hour, minute }) => [hour, minute].map((part) => String(part).padStart(2, '0')).join(':'))
const terms = {
  currency: fc.constantFrom('SEK', 'EUR'),
  taxIncluded: fc.boolean(),
  vatPct: fc.constantFrom(0, 6, 12, 25),
}
const templates: fc.Arbitrary<TariffTemplate> = fc.oneof(
  fc.record({ kind: fc.constant('perKwh' as const), ...terms, perKwh: price }),
  fc.record({
    kind: fc.constant('perKwhAndMinute' as const),
    ...terms,
    perKwh: price,
    perMinute: minutePrice,
  }),
  fc.record({ kind: fc.constant('perMinute' as const), ...terms, perMinute: minutePrice }),
  fc.record({
    kind: fc.constant('dayNight' as const),
    ...terms,
    dayPerKwh: price,
    nightPerKwh: price,
    dayFrom: clock,
    dayUntil: clock,
  }),
  fc.record({
    kind: fc.constant('idleFee' as const),
    ...terms,
    perKwh: price,
    idlePerMinute: minutePrice,
    idleGraceMin: fc.nat(120),
  }),
  fc.record({ kind: fc.constant('flat' as const), ...terms, perSession: price }),
  fc.record({ kind: fc.constant('free' as const), ...terms }),
  fc.record({
    kind: fc.constant('reservation' as const),
    ...terms,
    perKwh: price,
    reservationFee: fc.oneof(fc.constant(0), price),
    reservedPerHour: fc.oneof(fc.constant(0), price),
    noShowFee: fc.oneof(fc.constant(0), price),
  }),
)

test('what a template makes is an OCPI tariff, and is known again with the same figures', () => {
  fc.assert(
    fc.property(templates, (template) => {
      const made = tariffOfTemplate(template)
      expect(ocpiTariff.parse(made.ocpi)).toEqual(made.ocpi)
      expect(templateOf(made)).toEqual(template)
    }),
    { numRuns: 300 },
  )
})

test('a tariff that says more than a template can is none', () => {
  const made = { ocpi: simpleTariff, idleGraceMin: 0 }
  expect(templateOf(made)).toMatchObject({ kind: 'perKwh', perKwh: 3.2, vatPct: 25 })
  const [element] = simpleTariff.elements
  if (!element) throw new Error('It has an element.')
  for (const ocpi of [
    { ...simpleTariff, min_price: { before_taxes: 5 } },
    { ...simpleTariff, tax_included: 'N/A' as const },
    { ...simpleTariff, elements: [element, element] },
    { ...simpleTariff, elements: [{ ...element, restrictions: { max_kwh: 20 } }] },
  ])
    expect(templateOf({ ocpi, idleGraceMin: 0 })).toBeNull()
  expect(templateOf({ ...made, idleGraceMin: 5 })).toBeNull()
  // Who it belongs to and what is written about it are no matter.
  expect(
    templateOf({ ...made, ocpi: { ...simpleTariff, party_id: 'LAD', id: 't' } }),
  ).not.toBeNull()
})

test('an idle fee counts from the end of the grace on', () => {
  const { ocpi, idleGraceMin } = tariffOfTemplate({
    kind: 'idleFee',
    currency: 'SEK',
    taxIncluded: true,
    vatPct: 25,
    perKwh: 3,
    idlePerMinute: 0.5,
    idleGraceMin: 15,
  })
  const stay = { arrivesAt: 0, needWh: 11_000, powerW: 11_000 }
  const costs = (departsAt: number) =>
    priceOf(
      ocpi,
      'Europe/Stockholm',
      withoutGrace(expectedPeriods({ ...stay, departsAt }), idleGraceMin),
    ).inclMinor
  expect(costs(HOUR + 15 * MINUTE)).toBe(3_300)
  expect(costs(HOUR + 35 * MINUTE)).toBe(3_300 + 20 * 50)
})
