import fc from 'fast-check'
import { ocpiTariff, type OcpiTariff } from '../ocpi-tariff.ts'
import { WEEKDAYS } from '../restrictions.ts'

const anyPrice = fc.constantFrom(0, 0.25, 1.1, 3.333, 0.000_7, 12)
const anyVat = fc.constantFrom(undefined, 0, 5.2, 6, 12, 25)
/** Bounds lie on whole Wh and seconds, where a count by the second can see them. */
const anyKWh = fc.integer({ min: 0, max: 12_000 }).map((wh) => wh / 1_000)
const anySeconds = fc.integer({ min: 0, max: 9_000 })
const anyClock = fc.constantFrom(
  '00:00',
  '00:30',
  '02:00',
  '02:30',
  '03:00',
  '03:17',
  '12:00',
  '23:59',
)
const anyDate = fc.constantFrom(
  '2026-10-24',
  '2026-10-25',
  '2026-10-26',
  '2027-03-28',
  '2027-03-29',
)
const anyCurrent = fc.constantFrom(6, 15.65, 32)
const anyPower = fc.constantFrom(3.6, 7.2, 10.8, 11)

function rarely<T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(one, { nil: undefined, freq: 3 }).map((told) => told)
}

/** A lower and an upper bound, either of them, both or none. */
function window<T extends number | string>(
  low: string,
  high: string,
  bound: fc.Arbitrary<T>,
): fc.Arbitrary<object> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: bound.map((one) => ({ [low]: one })) },
    { weight: 1, arbitrary: bound.map((one) => ({ [high]: one })) },
    {
      weight: 1,
      arbitrary: fc
        .uniqueArray(bound, { minLength: 2, maxLength: 2 })
        .map(([one = 0, other = 0]) =>
          one < other ? { [low]: one, [high]: other } : { [low]: other, [high]: one },
        ),
    },
  )
}

const anyRestrictions = fc
  .tuple(
    fc.record({ start_time: anyClock, end_time: anyClock }, { requiredKeys: [] }),
    window('start_date', 'end_date', anyDate),
    window('min_kwh', 'max_kwh', anyKWh),
    window('min_duration', 'max_duration', anySeconds),
    window('min_current', 'max_current', anyCurrent),
    window('min_power', 'max_power', anyPower),
    rarely(fc.subarray([...WEEKDAYS], { minLength: 1 })).map((days) => ({ day_of_week: days })),
  )
  .map((parts): object => Object.assign({}, ...parts))

function anyElement(types: readonly string[], restrictions: fc.Arbitrary<object>) {
  const component = (type: string) =>
    fc.record({
      type: fc.constant(type),
      price: anyPrice,
      vat: anyVat,
      step_size: fc.constantFrom(0, 1, 1, 60, 100, 900),
    })
  const components = fc
    .subarray([...types], { minLength: 1 })
    .chain((some) => fc.tuple(...some.map(component)))
  return fc.record({ price_components: components, restrictions })
}

const anyReservation = fc
  .tuple(anyRestrictions, fc.constantFrom('RESERVATION', 'RESERVATION_EXPIRES'))
  .map(([only, reservation]) => ({ ...only, reservation }))

const anyLimit = fc
  .tuple(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 500 }))
  .map(([before, tax]) => ({
    before_taxes: before / 100,
    after_taxes: (before + tax) / 100,
  }))

const anyLimits = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: anyLimit.map((least) => ({ min_price: least })) },
  { weight: 1, arbitrary: anyLimit.map((most) => ({ max_price: most })) },
  {
    weight: 1,
    arbitrary: anyLimit.map(({ before_taxes }) => ({ max_price: { before_taxes } })),
  },
)

/** Any tariff: all dimensions and restrictions, several rates of VAT, limits, taxes included or not. */
export const anyTariff: fc.Arbitrary<OcpiTariff> = fc
  .record({
    currency: fc.constantFrom('EUR', 'SEK', 'JPY', 'KWD'),
    tax_included: fc.constantFrom('YES', 'NO'),
    elements: fc.array(
      fc.oneof(
        {
          weight: 4,
          arbitrary: anyElement(['ENERGY', 'TIME', 'PARKING_TIME', 'FLAT'], anyRestrictions),
        },
        { weight: 1, arbitrary: anyElement(['TIME', 'FLAT'], anyReservation) },
      ),
      { minLength: 1, maxLength: 6 },
    ),
    limits: anyLimits,
  })
  .map(({ limits, ...rest }) => ocpiTariff.parse({ ...rest, ...limits }))
