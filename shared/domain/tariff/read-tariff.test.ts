import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTariff } from './read-tariff.ts'
import { anyTariff } from './test-bench/random-tariff.ts'
import { element } from './test-bench/session.ts'

/** What is wrong with a tariff of one element, but for what is told. */
function problemsOf(told: object): string[] {
  const read = readTariff({ currency: 'EUR', elements: [element([['ENERGY', 0.25]])], ...told })
  return 'problems' in read ? read.problems.map(({ path, message }) => `${path}: ${message}`) : []
}

const elements = [element([['ENERGY', 0.25, 25]])]

describe('a tariff of 2.2.1 and the same of 2.3', () => {
  test('are read as one', () => {
    const v23 = {
      id: '12',
      currency: 'EUR',
      min_price: { before_taxes: 0.5, after_taxes: 0.55 },
      max_price: { before_taxes: 10 },
      elements,
      tax_included: 'NO',
    }
    const v221 = {
      id: '12',
      currency: 'EUR',
      type: null,
      min_price: { excl_vat: 0.5, incl_vat: 0.55 },
      max_price: { excl_vat: 10, incl_vat: null },
      elements,
    }
    expect(readTariff(v221)).toEqual(readTariff(v23))
    expect(readTariff(v23)).toEqual({ tariff: v23 })
  })

  test('keep what only others use', () => {
    const kept = {
      country_code: 'DE',
      party_id: 'ALL',
      currency: 'EUR',
      type: 'REGULAR',
      tariff_alt_text: [{ language: 'sv', text: '3 kr per kWh' }],
      tariff_alt_url: 'https://example.com/tariffs/14',
      preauthorize_amount: 50,
      elements,
      tax_included: 'YES',
      start_date_time: '2026-01-01T00:00:00Z',
      end_date_time: '2026-12-31T23:59:59.000Z',
      energy_mix: { is_green_energy: true, supplier_name: 'Solkraft' },
      last_updated: '2025-12-05T18:30:14Z',
    }
    expect(readTariff(kept)).toEqual({ tariff: kept })
  })
})

describe('what isn’t understood is refused, with where it is and what to do', () => {
  test('a field that nobody knows, however small the slip', () => {
    expect(problemsOf({ elements: [element([['ENERGY', 1]], { start_tme: '08:00' })] })).toEqual([
      'elements[0].restrictions: OCPI 2.2.1 and 2.3 know no start_tme here; remove it, or correct its name.',
    ])
  })

  test('what is missing', () => {
    expect(
      problemsOf({ elements: [{ price_components: [{ type: 'ENERGY', price: 1 }] }] }),
    ).toEqual([
      'elements[0].price_components[0].step_size: It is missing. Give a whole number: of Wh for ENERGY, of seconds for time; 1 for FLAT.',
    ])
    expect(problemsOf({ elements: undefined })).toEqual([
      'elements: It is missing. List the tariff’s elements.',
    ])
    expect(problemsOf({ currency: undefined })).toEqual([
      'currency: Give a three-letter ISO 4217 currency code such as SEK.',
    ])
    expect(problemsOf({ elements: [] })).toHaveLength(1)
  })

  test.each([
    [{ currency: 'kr' }, 'currency: Give a three-letter ISO 4217 currency code such as SEK.'],
    [{ tax_included: 'MAYBE' }, 'tax_included: Give one of YES, NO and N/A.'],
    [
      { min_price: { before_taxes: 1, after_taxes: 0.5 } },
      'min_price.after_taxes: With taxes it can’t be less than without; raise it.',
    ],
    [
      { min_price: { before_taxes: 2 }, max_price: { before_taxes: 1 } },
      'max_price.before_taxes: The most is less than min_price; raise it.',
    ],
    [
      { start_date_time: '2026-06-02T00:00:00Z', end_date_time: '2026-06-01T00:00:00' },
      'end_date_time: It ends before it begins; give a later end.',
    ],
    [
      { tax_included: 'N/A', elements },
      'elements[0].price_components[0].vat: tax_included says that no tax applies; leave the VAT out, or say YES or NO.',
    ],
    [
      { tax_included: 'N/A', min_price: { before_taxes: 1, after_taxes: 1.25 } },
      'min_price.after_taxes: tax_included says that no tax applies; leave this out, or say YES or NO.',
    ],
  ])('%o', (told, problem) => {
    expect(problemsOf(told)).toEqual([problem])
  })

  test.each([
    [{ price: '2.00' }, 'price: Give a number in major units, such as 0.25, without quotes.'],
    [{ price: -1 }, 'price: A price can’t be below 0.'],
    [{ vat: 250 }, 'vat: VAT can’t be above 100 %.'],
    [
      { step_size: 0.5 },
      'step_size: Give a whole number: of Wh for ENERGY, of seconds for time; 1 for FLAT.',
    ],
    [{ type: 'POWER' }, 'type: Give one of ENERGY, FLAT, PARKING_TIME and TIME.'],
  ])('a component with %o', (told, problem) => {
    const component = { type: 'ENERGY', price: 1, step_size: 1, ...told }
    expect(problemsOf({ elements: [{ price_components: [component] }] })).toEqual([
      `elements[0].price_components[0].${problem}`,
    ])
  })

  test.each([
    [{ start_time: '24:00' }, 'start_time'],
    [{ start_date: '2026-02-30' }, 'start_date'],
    [{ min_kwh: 20, max_kwh: 20 }, 'max_kwh'],
    [{ min_kwh: 0.000_000_1 }, 'min_kwh'],
    [{ min_power: 20, max_power: 10 }, 'max_power'],
    [{ min_duration: 1.5 }, 'min_duration'],
    [{ start_date: '2026-06-02', end_date: '2026-06-02' }, 'end_date'],
    [{ reservation: 'BOOKED' }, 'reservation'],
  ])('restrictions with %o', (only, field) => {
    const [problem, ...others] = problemsOf({ elements: [element([['TIME', 1]], only)] })
    expect(problem).toMatch(new RegExp(`^elements\\[0\\]\\.restrictions\\.${field}: `))
    expect(others).toEqual([])
  })

  test('a dimension priced twice, and one that no reservation has', () => {
    const twice = element([
      ['ENERGY', 1],
      ['ENERGY', 2],
    ])
    const reserved = element([['ENERGY', 1]], { reservation: 'RESERVATION' })
    expect(problemsOf({ elements: [twice, reserved] })).toEqual([
      'elements[0].price_components[1].type: ENERGY is priced twice in this element; move one to an element of its own.',
      'elements[1].price_components[0].type: A reservation has only FLAT and TIME; move this to an element without it.',
    ])
  })

  test('what is no tariff at all', () => {
    for (const written of [null, undefined, 3, 'tariff', []])
      expect(readTariff(written)).toHaveProperty('problems')
  })
})

test('what was read is read the same again, and nothing is too odd to be refused', () => {
  fc.assert(
    fc.property(anyTariff, (tariff) => {
      expect(readTariff(tariff)).toEqual({ tariff })
    }),
  )
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (odd, other, third) => {
      const component = { type: odd, price: other, step_size: third }
      const restrictions = { start_time: odd, min_kwh: other, day_of_week: third }
      const [ones, limit] = [[{ price_components: [component], restrictions }], { excl_vat: odd }]
      for (const written of [odd, { currency: 'EUR', elements: ones, min_price: limit }])
        expect(readTariff(written)).toHaveProperty('problems')
    }),
  )
})
