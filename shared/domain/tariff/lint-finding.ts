import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'

/**
 * `error` it can't be right here; `warning` it is hardly meant, or the law wants it otherwise; `note` it is allowed and
 * may surprise.
 */
export const lintSeverity = z.enum(['error', 'warning', 'note'])
export type LintSeverity = z.infer<typeof lintSeverity>

/**
 * What is found. `currencyOther` it counts in another currency than the site; `vatMissing` a price names no rate of
 * VAT; `afirFastSession`, `afirFastNoEnergy`, `afirOrder` against AFIR, article 5(4): at 50 kW and more a session fee,
 * or no price per kWh, below it an order other than kWh, minute, session, other; `unpriced` there are times when
 * charging costs nothing; `neverMatches` a price that another before it always keeps from counting; `isOver` its last
 * day is past; `zeroPrice` a price of nothing beside others; `stepLarge` much is counted that wasn't used;
 * `stepsDiffer` only the last of several steps counts; `stepZero`; `flatStep` a fee has a step of its own; `tooLong` it
 * has too many bounds to look at; `validityGap` between two versions none holds; `endsUnfollowed` after the last none
 * does; `flexibleDearer` who lets the site choose the hours would pay more than who doesn't.
 */
export const lintCode = z.enum([
  'currencyOther',
  'vatMissing',
  'afirFastSession',
  'afirFastNoEnergy',
  'afirOrder',
  'unpriced',
  'neverMatches',
  'isOver',
  'zeroPrice',
  'stepLarge',
  'stepsDiffer',
  'stepZero',
  'flatStep',
  'tooLong',
  'validityGap',
  'endsUnfollowed',
  'flexibleDearer',
])
export type LintCode = z.infer<typeof lintCode>

/** Something odd about a tariff, and where. What belongs to no code of its is left out. */
export const lintFinding = z.object({
  code: lintCode,
  severity: lintSeverity,
  path: z.string().describe('Into the OCPI object, such as elements[0].price_components[1]'),
  currency: z.string().optional().describe('The site’s'),
  powerW: z.int().optional().describe('Of the strongest connector where it is paid on the spot'),
  step: z.int().optional(),
  unit: z.enum(['Wh', 's']).optional().describe('Of the step'),
  when: z
    .object({
      weekday: z.int().nullable(),
      time: z.string().nullable(),
      kWh: z.number().nullable(),
      seconds: z.number().nullable(),
      kW: z.number().nullable(),
      A: z.number().nullable(),
    })
    .optional()
    .describe('An example of such a time; null where it is no matter'),
  inclMinor: z.int().optional().describe('Of a typical stay, by this tariff'),
  plainMinor: z.int().optional().describe('Of the same stay, by what holds for the others'),
  from: instant.optional(),
  until: instant.optional(),
})
export type LintFinding = z.infer<typeof lintFinding>
