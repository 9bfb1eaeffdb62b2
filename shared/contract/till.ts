import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import { cashCount, countPurpose, denominations } from '../domain/till/cash-count.ts'
import { cashMove, cashMoveKind } from '../domain/till/cash-move.ts'
import { shift } from '../domain/till/shift.ts'
import { shiftSums } from '../domain/till/shift-sums.ts'
import { tillTerms, tillTermsWords } from '../domain/till/till-terms.ts'
import { till, tillName } from '../domain/till/till.ts'
import { tillPayment, underWayHint } from '../domain/till/under-way.ts'
import { moneyModes, zReport } from '../domain/till/z-report.ts'
import { cursor, page, pageQuery, procedure } from './refusal.ts'
import { approvalId } from './session.ts'
import { limitRefusals } from './till-refusal.ts'

const tags = ['till']
const byId = z.strictObject({ id })
const amountMinor = z.int().min(1, 'Give an amount above zero.').max(99_999_999)
const note = z.string().trim().max(500)

const shiftRefusals = {
  SHIFT_CLOSED: { status: 409, message: 'That shift is closed.' },
  SHIFT_OF_ANOTHER: {
    status: 409,
    message: 'Somebody else answers for this drawer. Take the shift over first.',
    data: z.object({ heldBy: z.string() }),
  },
} as const

const countNow = z.object({
  count: cashCount.omit({ expectedMinor: true }),
  expectedMinor: z
    .int()
    .nullable()
    .describe('Told once a closing count is on disk, or to a supervisor'),
  varianceMinor: z.int().nullable(),
})

/** A shift with all that happened to its drawer. */
export const shiftDetail = z.object({
  shift,
  moves: z.array(cashMove),
  counts: z
    .array(cashCount.extend({ expectedMinor: z.int().nullable() }))
    .describe('What was expected at a count between times is told to a supervisor only'),
  countStands: z
    .boolean()
    .describe('Whether it was counted to close, and nothing has moved in it since'),
  underWay: z.array(tillPayment.extend({ hint: underWayHint })).describe('They keep it open'),
  goesOn: z.array(tillPayment).describe('Links and holds that the next shift takes over'),
})
export type ShiftDetail = z.infer<typeof shiftDetail>

/** What a shift has come to by now. */
export const xReport = z.object({
  shift,
  at: z.int(),
  ...shiftSums.shape,
  floatMinor: z.int(),
  movedMinor: z.int().describe('Cash put in less taken out'),
  expectedMinor: z.int().nullable().describe('In the drawer: told to a supervisor only'),
  modes: moneyModes,
})
export type XReport = z.infer<typeof xReport>

export const tillContract = {
  list: procedure
    .route({ method: 'GET', path: '/tills', tags, summary: 'The tills, archived ones too' })
    .output(z.object({ rows: z.array(till) })),
  create: procedure
    .route({ method: 'POST', path: '/tills', tags, successStatus: 201, summary: 'Add a till' })
    .errors({ TILL_NAME_TAKEN: { status: 409, message: 'Another till has that name.' } })
    .input(z.strictObject({ name: tillName }))
    .output(till),
  rename: procedure
    .route({ method: 'PATCH', path: '/tills/{id}', tags, summary: 'Rename a till' })
    .errors({ TILL_NAME_TAKEN: { status: 409, message: 'Another till has that name.' } })
    .input(byId.extend({ name: tillName }))
    .output(till),
  archive: procedure
    .route({ method: 'POST', path: '/tills/{id}/archive', tags, summary: 'Take a till out of use' })
    .errors({
      SHIFT_OPEN: { status: 409, message: 'A shift is open at that till. Close it first.' },
      STILL_TO_COUNT: {
        status: 409,
        message:
          'Money has come in, or may yet, that counts in the next shift of that till. Open and close one first.',
      },
    })
    .input(byId)
    .output(till),
  terms: procedure
    .route({ method: 'GET', path: '/till-terms', tags, summary: 'How tills are kept: the limits' })
    .output(tillTerms),
  changeTerms: procedure
    .route({ method: 'PATCH', path: '/till-terms', tags, summary: 'Change how tills are kept' })
    .input(tillTermsWords.partial())
    .output(tillTerms),
  shifts: procedure
    .route({
      method: 'GET',
      path: '/tills/{id}/shifts',
      tags,
      summary: 'The shifts of a till, the newest first',
    })
    .input(byId.extend({ ...pageQuery, after: cursor(/^\d+$/) }))
    .output(page(shift)),
  open: procedure
    .route({
      method: 'POST',
      path: '/tills/{id}/shifts',
      tags,
      successStatus: 201,
      summary: 'Open a shift with the float that was counted into the drawer',
      description:
        'What the shift before left word of is to be read first; say so with `hasReadNote`. What came in at the till while no shift was open counts in this one.',
    })
    .errors({
      SHIFT_OPEN: {
        status: 409,
        message: 'A shift is open at that till already.',
        data: z.object({ shiftId: id, heldBy: z.string() }),
      },
      TILL_ARCHIVED: { status: 409, message: 'That till is out of use.' },
      NOTE_UNREAD: {
        status: 409,
        message: 'The shift before has left word. Read it first.',
        data: z.object({ handOverNote: z.string() }),
      },
    })
    .input(byId.extend({ denominations, hasReadNote: z.boolean().default(false) }))
    .output(shift),
  shift: procedure
    .route({
      method: 'GET',
      path: '/shifts/{id}',
      tags,
      summary: 'A shift with its moves, its counts, and what keeps it open',
    })
    .input(byId)
    .output(shiftDetail),
  x: procedure
    .route({
      method: 'GET',
      path: '/shifts/{id}/x',
      tags,
      summary: 'What a shift has come to by now',
    })
    .input(byId)
    .output(xReport),
  takeOver: procedure
    .route({
      method: 'POST',
      path: '/shifts/{id}/take-over',
      tags,
      summary: 'Answer for an open shift from now on',
    })
    .errors({ SHIFT_CLOSED: shiftRefusals.SHIFT_CLOSED })
    .input(byId.extend({ note: note.default('') }))
    .output(shift),
  move: procedure
    .route({
      method: 'POST',
      path: '/shifts/{id}/cash-moves',
      tags,
      successStatus: 201,
      summary: 'Put cash into the drawer, or take it out to the safe, the bank or for an expense',
    })
    .errors(shiftRefusals)
    .input(
      byId.extend({
        kind: cashMoveKind,
        amountMinor,
        reason: z.string().trim().min(1, 'Say what for.').max(300),
      }),
    )
    .output(cashMove),
  count: procedure
    .route({
      method: 'POST',
      path: '/shifts/{id}/cash-counts',
      tags,
      successStatus: 201,
      summary: 'Count the drawer, between times or to close the shift',
      description:
        'The count is on disk before what should be there is told. Who counts again makes a further count; all of them stay on the Z report.',
    })
    .errors(shiftRefusals)
    .input(byId.extend({ purpose: countPurpose.exclude(['opening']), denominations }))
    .output(countNow),
  close: procedure
    .route({
      method: 'POST',
      path: '/shifts/{id}/close',
      tags,
      summary: 'Close a shift whose drawer was counted; its Z report is made',
    })
    .errors({
      ...shiftRefusals,
      ...limitRefusals,
      PAYMENTS_UNDER_WAY: {
        status: 409,
        message:
          'Payments of this till are under way. Wait for them, cancel them, or find out what became of them.',
        data: z.object({
          payments: z.array(z.object({ paymentId: id, hint: underWayHint })),
        }),
      },
      COUNT_NEEDED: {
        status: 409,
        message: 'Count the drawer: it was not counted, or something has moved in it since.',
      },
      VARIANCE_REASON_NEEDED: {
        status: 409,
        message: 'The count is off. Say why.',
        data: z.object({ varianceMinor: z.int() }),
      },
    })
    .input(
      byId.extend({
        varianceReason: note.default(''),
        handOverNote: note.default(''),
        approvalId,
      }),
    )
    .output(zReport),
  zReports: procedure
    .route({ method: 'GET', path: '/z-reports', tags, summary: 'Z reports, the newest first' })
    .input(z.strictObject({ ...pageQuery, after: cursor(/^\d+$/), tillId: id.optional() }))
    .output(page(zReport)),
  zReport: procedure
    .route({
      method: 'GET',
      path: '/z-reports/{number}',
      tags,
      summary: 'A Z report by its number',
    })
    .errors({ NO_Z_REPORT: { status: 404, message: 'There is no Z report with that number.' } })
    .input(z.strictObject({ number: z.coerce.number().int().min(1) }))
    .output(zReport),
}
