import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { candidate, connectionAttempt, pairing } from '../domain/adoption/adoption.ts'
import { alarm } from '../domain/alarm/alarm.ts'
import { bill } from '../domain/bill/bill.ts'
import { booking } from '../domain/booking/booking.ts'
import { recurring } from '../domain/booking/recurring.ts'
import { bookingStep } from '../domain/booking/step.ts'
import { command } from '../domain/command/command.ts'
import { connector } from '../domain/connector/connector.ts'
import { customer } from '../domain/customer/customer.ts'
import { chargingControl } from '../domain/dispatch/charging-control.ts'
import { idToken } from '../domain/id-token/id-token.ts'
import { dispute } from '../domain/payment/dispute.ts'
import { payment } from '../domain/payment/payment.ts'
import { paymentTerms } from '../domain/payment/payment-terms.ts'
import { refund } from '../domain/payment/refund.ts'
import { reader, stripeAccount } from '../domain/payment/stripe-account.ts'
import { stripeCall } from '../domain/payment/stripe-call.ts'
import { plan, planLine } from '../domain/planning/stored-plan.ts'
import { reportPreset } from '../domain/report/preset.ts'
import { reportSchedule } from '../domain/report/schedule.ts'
import { feeder } from '../domain/site/feeder.ts'
import { site } from '../domain/site/site.ts'
import { temporaryLimit } from '../domain/site/temporary-limit.ts'
import { tariff, tariffAssignment, tariffVersion } from '../domain/tariff/tariff.ts'
import { station } from '../domain/station/station.ts'
import { shift } from '../domain/till/shift.ts'
import { tillTerms } from '../domain/till/till-terms.ts'
import { till } from '../domain/till/till.ts'
import { transaction } from '../domain/transaction/transaction.ts'
import { user } from '../domain/user/user.ts'
import { vehicle } from '../domain/vehicle/vehicle.ts'
import { houseRules } from '../domain/visit/house-rules.ts'
import { visit } from '../domain/visit/visit.ts'
import { walkUp } from '../domain/walk-up/walk-up.ts'
import { walkUpTerms } from '../domain/walk-up/walk-up-terms.ts'
import { procedure } from './refusal.ts'

/**
 * The tables whose rows a desk holds a live copy of, each row under its id. Of transactions the running ones
 * and the latest 500, of commands the latest 500 but for those that carry
 * out the plan, of alarms those not cleared, of bookings those of the last two days
 * and all ahead, of steps the latest 500, of temporary limits those that are not over; of bills those that are not
 * settled and those whose stay began in the last two days or is yet to begin, of payments and refunds the unfinished
 * ones and the latest 500, of disputes those that are open, of calls to Stripe those that have not ended,
 * of shifts those that are open and the last of each till,
 * of walk-ups and visits those that are not over and those of the last two days.
 */
export const liveTables = {
  site,
  user,
  feeder,
  temporaryLimit,
  plan,
  planLine,
  chargingControl,
  pairing,
  station,
  connector,
  candidate,
  connectionAttempt,
  idToken,
  transaction,
  command,
  alarm,
  vehicle,
  customer,
  booking,
  recurring,
  bookingStep,
  bill,
  payment,
  refund,
  dispute,
  paymentTerms,
  stripeAccount,
  stripeCall,
  reader,
  till,
  tillTerms,
  shift,
  tariff,
  tariffVersion,
  tariffAssignment,
  reportPreset,
  reportSchedule,
  walkUp,
  walkUpTerms,
  visit,
  houseRules,
} as const
export type LiveTable = keyof typeof liveTables
export type LiveRow<T extends LiveTable> = z.infer<(typeof liveTables)[T]>
export type LiveRows = { [T in LiveTable]: LiveRow<T>[] }

const tableName = z.enum(Object.keys(liveTables) as [LiveTable, ...LiveTable[]])

/** Where a desk stands in the change feed: the hub's run and the last change it has seen in it. */
export const position = z.object({ epoch: z.string(), seq: z.int().min(0) })
export type Position = z.infer<typeof position>

/** One row as it now is; `row` null when it is gone. Rows are whole, so applying a change twice does no harm. */
export const change = z.object({ seq: z.int(), table: tableName, id: z.string(), row: z.unknown() })
export type Change = z.infer<typeof change>

export const liveEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('snapshot'),
    position,
    tables: z.object(
      Object.fromEntries(
        Object.entries(liveTables).map(([table, row]) => [table, z.array(row)]),
      ) as { [T in LiveTable]: z.ZodArray<(typeof liveTables)[T]> },
    ),
  }),
  z.object({ kind: z.literal('changes'), position, changes: z.array(change) }),
  z
    .object({ kind: z.literal('alive'), position, at: z.int() })
    .describe('Sent every 5 s, so silence means trouble'),
])
export type LiveEvent = z.infer<typeof liveEvent>

export const live = {
  follow: procedure
    .route({
      method: 'GET',
      path: '/live',
      tags: ['live'],
      summary: 'Follow the site live (server-sent events)',
      description:
        'First a snapshot (or, when `epoch` and `seq` name a place still known, the changes since), then changes as they are committed.',
    })
    .input(
      z.strictObject({
        epoch: z.string().max(64).optional(),
        seq: z.coerce.number().int().min(0).optional(),
      }),
    )
    .output(eventIterator(liveEvent)),
}
