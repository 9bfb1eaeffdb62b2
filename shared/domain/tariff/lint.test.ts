import { expect, test } from 'vitest'
import { lintTariff } from './lint.ts'
import { lintValidity } from './lint-validity.ts'
import type { OcpiTariff, PriceComponent, TariffElement } from './ocpi-tariff.ts'
import { simpleTariff } from './tariff-fixture.ts'
import { DAY } from '../../time/instant.ts'

const around = { currency: 'SEK', adHocPowerW: 22_000, today: '2026-06-01' }

const of = (
  type: PriceComponent['type'],
  price = 2,
  told: Partial<PriceComponent> = {},
): PriceComponent => ({ type, price, vat: 25, step_size: 1, ...told })
const element = (
  components: PriceComponent[],
  restrictions?: TariffElement['restrictions'],
): TariffElement => ({ price_components: components, ...(restrictions && { restrictions }) })

const found = (
  elements: TariffElement[],
  { tariff = {}, ...told }: { tariff?: Partial<OcpiTariff>; adHocPowerW?: number | null } = {},
) =>
  lintTariff({ ...simpleTariff, ...tariff, elements }, { ...around, ...told }).map(
    ({ code, severity, path }) => `${severity} ${code} ${path}`,
  )

test('of a simple tariff there is nothing to say', () => {
  expect(found([element([of('ENERGY'), of('TIME')])])).toEqual([])
})

test('at 50 kW and more a price on the spot is by the kWh, without a session fee', () => {
  const fast = { adHocPowerW: 50_000 }
  expect(found([element([of('ENERGY'), of('TIME'), of('PARKING_TIME')])], fast)).toEqual([])
  expect(found([element([of('ENERGY'), of('FLAT', 5)])], fast)).toEqual([
    'warning afirFastSession elements[0].price_components[1]',
  ])
  expect(found([element([of('TIME')])], fast)).toEqual(['warning afirFastNoEnergy elements'])
  // Nothing is charged, or nobody pays on the spot.
  expect(found([element([of('FLAT', 0)])], fast)).toEqual([])
  expect(found([element([of('FLAT', 5)])], { adHocPowerW: null })).toEqual([])
  // A fee for a reservation is none for the session.
  const reserved = element([of('FLAT', 5)], { reservation: 'RESERVATION' })
  expect(found([reserved, element([of('ENERGY')])], fast)).toEqual([])
})

test('below 50 kW the order is kWh, minute, session, other', () => {
  expect(found([element([of('ENERGY'), of('TIME'), of('FLAT')])])).toEqual([])
  expect(found([element([of('FLAT'), of('ENERGY')])])).toEqual([
    'note afirOrder elements[0].price_components[1]',
  ])
})

test('a time when charging has no price is told with an example', () => {
  const day = element([of('ENERGY')], { start_time: '07:00', end_time: '22:00' })
  const [gap, ...rest] = lintTariff({ ...simpleTariff, elements: [day] }, around)
  expect(rest).toEqual([])
  expect(gap).toMatchObject({
    code: 'unpriced',
    severity: 'warning',
    when: { time: '00:00', weekday: null, kWh: null },
  })
  const night = element([of('ENERGY')], { start_time: '22:00', end_time: '07:00' })
  expect(found([day, night])).toEqual([])
  const fromTwenty = element([of('ENERGY')], { min_kwh: 20 })
  expect(lintTariff({ ...simpleTariff, elements: [fromTwenty] }, around)).toMatchObject([
    { code: 'unpriced', when: { kWh: 0, time: null } },
  ])
  // Time has a price where energy has none.
  expect(found([fromTwenty, element([of('TIME')])])).toEqual([])
  // Parking only by day is meant.
  const parking = element([of('PARKING_TIME')], { start_time: '07:00', end_time: '22:00' })
  expect(found([element([of('ENERGY')]), parking])).toEqual([])
})

test('a price that others before it always keep from counting is told', () => {
  const always = element([of('ENERGY')])
  const night = element([of('ENERGY', 1)], { start_time: '22:00', end_time: '06:00' })
  expect(found([always, night])).toEqual(['warning neverMatches elements[1].price_components[0]'])
  const weekdays = element([of('ENERGY')], {
    day_of_week: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
  })
  const weekend = element([of('ENERGY')], { day_of_week: ['SATURDAY', 'SUNDAY'] })
  expect(found([weekdays, weekend])).toEqual([])
  expect(found([weekdays, weekend, always])).toEqual([
    'warning neverMatches elements[2].price_components[0]',
  ])
})

test('a price without VAT is told unless no tax applies, and nothing beside something', () => {
  const noVat = { type: 'ENERGY', price: 2, step_size: 1 } as const
  expect(found([element([noVat])])).toEqual([
    'warning vatMissing elements[0].price_components[0].vat',
  ])
  expect(found([element([noVat])], { tariff: { tax_included: 'N/A' } })).toEqual([])
  expect(found([element([of('ENERGY', 0), of('TIME')])])).toEqual([
    'warning zeroPrice elements[0].price_components[0].price',
  ])
  const night = element([of('ENERGY', 0)], { start_time: '22:00', end_time: '06:00' })
  expect(found([night, element([of('ENERGY')])])).toEqual([
    'note zeroPrice elements[0].price_components[0].price',
  ])
  expect(found([element([of('FLAT', 0)])])).toEqual([])
  const booked = element([of('FLAT', 0)], { reservation: 'RESERVATION' })
  expect(found([booked, element([of('ENERGY')])])).toEqual([])
})

test('steps that surprise are told', () => {
  const step = (type: PriceComponent['type'], size: number) =>
    found([element([of(type, 2, { step_size: size })])], { adHocPowerW: null })
  expect(step('ENERGY', 1_000)).toEqual([])
  expect(step('ENERGY', 5_000)).toEqual([
    'warning stepLarge elements[0].price_components[0].step_size',
  ])
  expect(step('TIME', 1_800)).toHaveLength(1)
  expect(step('TIME', 0)).toEqual(['note stepZero elements[0].price_components[0].step_size'])
  expect(step('FLAT', 60)).toEqual(['note flatStep elements[0].price_components[0].step_size'])
  const day = element([of('ENERGY', 2, { step_size: 500 })], { max_kwh: 20 })
  expect(found([day, element([of('ENERGY')])])).toEqual([
    'note stepsDiffer elements[1].price_components[0].step_size',
  ])
})

test('another currency than the site’s is an error, and the gravest comes first', () => {
  expect(
    found([element([of('ENERGY', 2, { step_size: 5_000 })])], { tariff: { currency: 'EUR' } }),
  ).toEqual([
    'error currencyOther currency',
    'warning stepLarge elements[0].price_components[0].step_size',
  ])
})

test('an element whose last day is past is told', () => {
  const over = element([of('ENERGY', 1)], { end_date: '2026-06-01' })
  expect(found([over, element([of('ENERGY')])])).toEqual([
    'note isOver elements[0].restrictions.end_date',
  ])
})

test('a tariff with very many bounds is not judged, and says so', () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    element([of('ENERGY')], {
      min_kwh: index + 1,
      max_kwh: index + 2,
      min_duration: index * 60 + 1,
      min_power: index + 1,
    }),
  )
  expect(found(many)).toEqual(['note tooLong elements'])
})

test('between two versions, and after the last, some version has to hold', () => {
  const now = 100 * DAY
  const holds = (from: number, until: number | null) => ({
    validFrom: now + from * DAY,
    validUntil: until === null ? null : now + until * DAY,
  })
  expect(lintValidity([holds(-5, null), holds(3, 4)], now)).toEqual([])
  expect(lintValidity([holds(-5, 2), holds(1, null)], now)).toEqual([])
  expect(lintValidity([holds(3, null), holds(-5, 2)], now)).toMatchObject([
    { code: 'validityGap', from: now + 2 * DAY, until: now + 3 * DAY },
  ])
  expect(lintValidity([holds(-5, 40)], now)).toMatchObject([
    { code: 'endsUnfollowed', severity: 'note', from: now + 40 * DAY },
  ])
  expect(lintValidity([holds(-5, 7)], now)).toMatchObject([{ severity: 'warning' }])
})
