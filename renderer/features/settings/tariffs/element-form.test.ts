import { expect, test } from 'vitest'
import type { OcpiTariff } from '../../../../shared/domain/tariff/ocpi-tariff.ts'
import { elementFormOf, type ElementForm, readElementForm } from './element-form.ts'

const tariff: OcpiTariff = {
  currency: 'SEK',
  tax_included: 'YES',
  party_id: 'LAD',
  elements: [
    {
      price_components: [
        { type: 'ENERGY', price: 3.25, vat: 25, step_size: 1 },
        { type: 'FLAT', price: 5, step_size: 1 },
      ],
      restrictions: {
        start_time: '07:00',
        end_time: '22:00',
        day_of_week: ['MONDAY', 'SUNDAY'],
        start_date: '2026-06-01',
        end_date: '2026-09-01',
        min_kwh: 20,
        max_duration: 5_401,
        min_power: 3.7,
        max_current: 32,
      },
    },
    {
      price_components: [{ type: 'TIME', price: 60, vat: 25, step_size: 60 }],
      restrictions: { reservation: 'RESERVATION' },
    },
  ],
  min_price: { before_taxes: 4, after_taxes: 5 },
}

const form = elementFormOf(tariff, 15, ',')
const paths = (told: Partial<ElementForm>) => {
  const read = readElementForm({ ...form, ...told }, 'SEK')
  return 'problems' in read ? read.problems.map(({ path }) => path) : []
}
const [first, second] = form.elements
if (!first || !second) throw new Error('It has two elements.')

test('a tariff shows as a form that says the very same', () => {
  expect(readElementForm(form, 'SEK', tariff)).toEqual({ tariff })
  expect(first.conditions.duration).toEqual({ from: '', until: '90,016667' })
  expect(first.components.ENERGY).toEqual({ on: true, price: '3,25', vat: '25', step: '1' })
  expect(first.components.TIME.on).toBe(false)
})

test('what is wrong is told by its place', () => {
  const energy = { ...first.components.ENERGY, price: 'much' }
  const dear = { ...first, components: { ...first.components, ENERGY: energy } }
  expect(paths({ elements: [dear, second] })).toEqual(['elements[0].price_components[0].price'])
  const never = { ...first, conditions: { kWh: { from: '20', until: '10' } } }
  expect(paths({ elements: [never] })).toEqual(['elements[0].restrictions.max_kwh'])
  const noDay = { ...first, conditions: { days: [] } }
  expect(paths({ elements: [noDay] })).toEqual(['elements[0].restrictions.day_of_week'])
  const noTime = { ...first, conditions: { times: { from: '25:00', until: '' } } }
  expect(paths({ elements: [noTime] })).toEqual([
    'elements[0].restrictions.start_time',
    'elements[0].restrictions.end_time',
  ])
  expect(paths({ most: { before: '1', after: '' } })).toEqual(['max_price.before_taxes'])
  expect(paths({ idleGraceMin: '1,5' })).toEqual(['idleGraceMin'])
  expect(paths({ elements: [] })).toEqual(['elements'])
})

test('where no tax applies no rate is sent', () => {
  const read = readElementForm({ ...form, tax: 'N/A', least: { before: '', after: '' } }, 'SEK')
  expect(JSON.stringify(read)).not.toContain('"vat"')
  expect(read).toHaveProperty('tariff')
})
