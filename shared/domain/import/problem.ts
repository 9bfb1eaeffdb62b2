import { z } from 'zod'
import { bookingRefusal } from '../booking/refusal.ts'

const field = z.string().describe('Which of the kind’s fields')
const value = z.string().describe('What stands in the file')

/** Why a row can't be taken in, each naming the field and what stands there. */
export const rowProblem = z.discriminatedUnion('code', [
  z.object({ code: z.literal('missing'), field }),
  z.object({ code: z.literal('notANumber'), field, value }),
  z
    .object({
      code: z.literal('outOfRange'),
      field,
      value,
      least: z.number().nullable(),
      most: z.number().nullable(),
    })
    .describe(
      'In the unit the hub counts in: W, Wh or as it is; the bound that was passed is told',
    ),
  z.object({ code: z.literal('tooLong'), field, value, most: z.int().describe('Characters') }),
  z.object({ code: z.literal('notATime'), field, value }),
  z
    .object({ code: z.literal('skippedTime'), field, value })
    .describe('The clocks go forward over it, so there is no such time that day'),
  z.object({ code: z.literal('notAChoice'), field, value, choices: z.array(z.string()) }),
  z.object({ code: z.literal('unknown'), field, value }).describe('Nothing here is called that'),
  z.object({ code: z.literal('ambiguous'), field, value }).describe('Several are called that'),
  z.object({ code: z.literal('duplicate'), field, value, otherLine: z.int() }),
  z.object({ code: z.literal('tooManyCells'), cells: z.int(), columns: z.int() }),
  z
    .object({ code: z.literal('cancelledSince'), field, value })
    .describe(
      'It was brought in before and is cancelled by now; another reference makes a new one',
    ),
  z.object({
    code: z.literal('booking'),
    refusal: bookingRefusal,
    otherLine: z.int().nullable().describe('Of the row of this file that is in the way, if one is'),
  }),
])
export type RowProblem = z.infer<typeof rowProblem>
export type RowProblemCode = RowProblem['code']

/** What is worth knowing of a row that is taken in all the same. */
export const rowNote = z.discriminatedUnion('code', [
  z
    .object({ code: z.literal('repeatedTime'), field, value })
    .describe('The clocks go back over it: of the two, the first is meant'),
  z
    .object({ code: z.literal('differsHere') })
    .describe(
      'It is there already and differs; what is there stands, since only a reference names it',
    ),
])
export type RowNote = z.infer<typeof rowNote>
