import { z } from 'zod'
import { settlement } from '../domain/bill/bill.ts'
import { id } from '../domain/id/id.ts'
import { timeZone } from '../domain/site/site.ts'
import {
  type ChargingPeriod,
  chargingPeriod,
  milliWhOf,
  periodState,
} from '../domain/tariff/charging-period.ts'
import { lintFinding } from '../domain/tariff/lint-finding.ts'
import { ocpiTariff } from '../domain/tariff/ocpi-tariff.ts'
import { priced } from '../domain/tariff/priced.ts'
import { idleGraceMin, tariffAssignment, tariffVersion } from '../domain/tariff/tariff.ts'
import { tariffWords } from '../domain/tariff/words.ts'
import { instant } from '../time/instant-schema.ts'
import { procedure } from './refusal.ts'

/** Why a tariff isn't taken in. */
export const tariffProblem = z.object({
  path: z.string().describe('Such as elements[0].price_components[1].price'),
  message: z.string(),
})

const MOMENT =
  'Give a time with its offset, such as 2026-06-01T18:00:00+02:00 or 2026-06-01T16:00:00Z.'
const KWH = 'Give kWh as a decimal of at least 0 with at most six digits behind the point.'
/** Far more than a stay of a year has quarters. */
const MOST_PERIODS = 50_000

const pricedPeriod = z.strictObject({
  start: z.iso.datetime({ offset: true, error: MOMENT }),
  seconds: z
    .number('Give a number of seconds.')
    .min(0, 'Give 0 seconds or more.')
    .max(1_000_000_000, 'Give at most 1000000000 seconds.'),
  state: z
    .string('Give CHARGING, PARKING, RESERVATION or RESERVATION_EXPIRED.')
    .toUpperCase()
    .pipe(
      z.enum(periodState.options, 'Give CHARGING, PARKING, RESERVATION or RESERVATION_EXPIRED.'),
    ),
  kwh: z
    .union([z.number(), z.string()], KWH)
    .refine((kWh) => (milliWhOf(kWh) ?? -1) >= 0, KWH)
    .default(0)
    .describe('A number, or a text where a number would lose digits; at most six decimals'),
  powerKw: z
    .number('Give a number of kW.')
    .min(0, 'Give 0 kW or more.')
    .nullable()
    .default(null)
    .describe('Left out: the energy over the time'),
  currentA: z
    .number('Give a number of A.')
    .min(0, 'Give 0 A or more.')
    .nullable()
    .default(null)
    .describe('The sum over all phases'),
})

/** Charging periods as programs tell them, and what to price them by. */
export const pricedPeriods = z.strictObject({
  tariff: ocpiTariff.describe('An OCPI tariff object of 2.2.1 or 2.3'),
  timeZone: timeZone.describe('IANA: times of day and days are what its clock shows'),
  periods: z.array(pricedPeriod, 'List the periods.').max(MOST_PERIODS),
})
export type PricedPeriods = z.infer<typeof pricedPeriods>

/** A told period in the units that are priced. */
export function periodOf(told: PricedPeriods['periods'][number]): ChargingPeriod {
  return {
    startsAt: Date.parse(told.start),
    seconds: told.seconds,
    state: told.state,
    energyMilliWh: milliWhOf(told.kwh) ?? 0,
    // The decimal that was written: 1000 times a double isn't always the nearest to it.
    powerW: told.powerKw === null ? null : Number(`${told.powerKw}e3`),
    currentA: told.currentA,
  }
}

const stay = {
  arrivesAt: instant,
  departsAt: instant,
  needWh: z.int().min(0).nullable().default(null).describe('Null: as much as there is time for'),
  powerW: z.int().min(0).max(10_000_000),
}
const longestMs = 400 * 86_400_000

/** A session that is thought of, and what to price it by: a version of ours, or an object in the making. */
export const simulationInput = z
  .strictObject({
    versionId: id.optional(),
    ocpi: ocpiTariff.optional(),
    idleGraceMin: idleGraceMin.default(0).describe('Of the object; a version has its own'),
    ...stay,
  })
  .refine(({ versionId, ocpi }) => (versionId === undefined) !== (ocpi === undefined), {
    message: 'Give either `versionId` or `ocpi`.',
    path: ['versionId'],
  })
  .refine(
    ({ arrivesAt, departsAt }) => departsAt > arrivesAt && departsAt - arrivesAt <= longestMs,
    {
      message: 'It has to leave after it comes, within 400 days.',
      path: ['departsAt'],
    },
  )

export const simulation = z.object({ periods: z.array(chargingPeriod), priced })

/** Which tariff holds for a stay. */
export const chosenTariff = z.object({
  version: tariffVersion.nullable().describe('Null: no price is set, so charging costs nothing'),
  assignment: tariffAssignment.nullable(),
  by: z
    .enum([
      'idToken',
      'customer',
      'customerGroup',
      'flexible',
      'connector',
      'station',
      'hours',
      'site',
    ])
    .nullable()
    .describe('The most special thing it was made for'),
  overruled: z.array(tariffAssignment).describe('What fits too, the next best first'),
  settlement,
})

const tags = ['tariffs']

/** What can be asked of prices without changing any tariff. */
export const tariffPriceContract = {
  choose: procedure
    .route({
      method: 'POST',
      path: '/tariffs/choose',
      tags,
      summary: 'Which tariff holds for a stay, and why',
      description:
        'The most special assignment counts: id token, customer, customer’s group, flexible drivers, connector, station, hours, whole site; of equals the latest. Without any no price is set, and charging costs nothing.',
    })
    .input(
      z.strictObject({
        startsAt: instant.optional().describe('Now when left out'),
        stationId: id.nullable().default(null),
        connectorId: z.int().nullable().default(null),
        customerId: id.nullable().default(null).describe('Null: the id token’s, if it has one'),
        idToken: z.string().max(20).nullable().default(null),
        isFlexible: z
          .boolean()
          .default(false)
          .describe(
            'Whether the driver lets the site choose the hours, as a flexible booking does',
          ),
      }),
    )
    .output(chosenTariff),
  lint: procedure
    .route({
      method: 'POST',
      path: '/tariffs/lint',
      tags,
      summary: 'What is wrong or odd about an OCPI tariff object',
      description: '`problems` keep it from being taken in, `findings` don’t.',
    })
    .input(
      z.strictObject({
        ocpi: z.unknown(),
        adHocPowerW: z
          .int()
          .min(0)
          .nullable()
          .optional()
          .describe(
            'Of the strongest connector where it is paid on the spot; left out: of the site; null: none',
          ),
      }),
    )
    .output(z.object({ problems: z.array(tariffProblem), findings: z.array(lintFinding) })),
  words: procedure
    .route({
      method: 'POST',
      path: '/tariffs/words',
      tags,
      summary: 'What an OCPI tariff object costs, as it is told to people: price by price',
    })
    .input(z.strictObject({ ocpi: ocpiTariff, idleGraceMin: idleGraceMin.default(0) }))
    .output(tariffWords),
  simulate: procedure
    .route({
      method: 'POST',
      path: '/tariffs/simulate',
      tags,
      summary: 'What a session would cost, line by line',
      description:
        'By a version of ours, or by a tariff object in the making; by the site’s clock.',
    })
    .input(simulationInput)
    .output(simulation),
  price: procedure
    .route({
      method: 'POST',
      path: '/tariffs/price',
      tags,
      summary: 'Price charging periods by an OCPI tariff object',
      description:
        'Exact inside, and rounded once. Needs nothing of the site: tariff, time zone and periods are all there is. Lines and VAT make the sums to the last minor unit.',
    })
    .input(pricedPeriods)
    .output(priced),
}
