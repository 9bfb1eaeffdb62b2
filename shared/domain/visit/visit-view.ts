import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor, billLineKind, settlement } from '../bill/bill.ts'
import { bookingState } from '../booking/booking.ts'
import { id } from '../id/id.ts'
import { moneyMode, paymentState } from '../payment/payment.ts'
import { refundState } from '../payment/refund.ts'
import { tariffWords } from '../tariff/words.ts'
import { walkUpFailure } from '../walk-up/walk-up.ts'
import { placeView } from './site-view.ts'
import { visit } from './visit.ts'

/** What a driver may do with a visit as it is. */
export const visitAct = z.enum([
  'change',
  'cancel',
  'claim',
  'pay',
  'start',
  'stop',
  'late',
  'leaveLine',
])
export type VisitAct = z.infer<typeof visitAct>

/** Why a car that is plugged in gets nothing now, and until when. */
export const visitWaits = z.object({
  because: z
    .enum(['plan', 'car', 'charger'])
    .describe('`plan` others go first; `car` it asks for nothing; `charger` it has not begun'),
  until: instant.nullable().describe('Thought to go on then; null: nobody knows'),
})

/** A charge as it goes. */
export const visitCharge = z.object({
  startedAt: instant,
  powerW: z.int().nullable().describe('Now; null when the charger has not said'),
  sampledAt: instant.nullable().describe('When it last said'),
  energyWh: z.int(),
  socPct: z.number().nullable(),
  readyAt: instant.nullable().describe('When it will have what was asked for, as planned'),
  waits: visitWaits.nullable(),
  curve: z
    .array(z.tuple([instant, z.int()]))
    .describe('Power so far, W, by the minute; 120 points at most'),
})
export type VisitCharge = z.infer<typeof visitCharge>

/** What a visit costs and what was paid for it. */
export const visitMoney = z.object({
  currency: z.string(),
  settlement,
  isFinal: z.boolean(),
  estimatedMinor: amountMinor.describe('What it is thought to cost, or does once it is final'),
  soFarMinor: amountMinor.describe('What it has cost up to now'),
  paidMinor: amountMinor,
  dueMinor: amountMinor.describe('Still to be paid; below zero is given back'),
  isTrifle: z.boolean().describe('What is due is too little to be paid, and isn’t asked for'),
  depositMinor: amountMinor,
  lines: z.array(
    z.object({
      kind: billLineKind,
      quantity: z.number().nullable(),
      unit: z.string().nullable(),
      inclMinor: amountMinor,
    }),
  ),
  refunds: z.array(z.object({ id, amountMinor, state: refundState, at: instant })),
})

/** A payment that somebody is asked for. */
export const visitPayment = z.object({
  id,
  state: paymentState,
  amountMinor,
  payUrl: z.string().nullable().describe('Stripe’s page; null while Stripe is still told'),
  expiresAt: instant.nullable(),
})

/** All that the driver of a visit sees of it. */
export const visitView = z.object({
  ...visit.pick({
    id: true,
    kind: true,
    state: true,
    endReason: true,
    wish: true,
    isFlexible: true,
    plate: true,
    phone: true,
    email: true,
    language: true,
    pays: true,
    holdUntil: true,
    expectedAt: true,
    expiresAt: true,
  }).shape,
  now: instant.describe('By the hub’s clock'),
  siteName: z.string(),
  timeZone: z.string(),
  mode: moneyMode.or(z.literal('none')),
  revision: z.int().nullable().describe('Of its booking, to be handed back with a change'),
  bookingState: bookingState.nullable(),
  place: placeView.nullable(),
  arrivesAt: instant.nullable(),
  departsAt: instant.nullable(),
  needWh: z.int().nullable().describe('What it is promised; null: as much as there is time for'),
  failure: walkUpFailure.nullable().describe('What keeps it from beginning to charge'),
  isPluggedIn: z.boolean(),
  charge: visitCharge.nullable(),
  idle: z
    .object({ since: instant, feeFrom: instant.nullable() })
    .nullable()
    .describe('It has charged and stands there still; `feeFrom` null: it costs nothing'),
  line: z.object({ position: z.int(), of: z.int() }).nullable(),
  lapsesAt: instant.nullable().describe('The change is undone then unless it is paid'),
  money: visitMoney.nullable().describe('Null where no price is set'),
  payment: visitPayment.nullable().describe('The one that is asked for, or that failed last'),
  cancelling: z
    .object({
      freeUntil: instant,
      feeMinor: amountMinor.describe('What it would cost now; 0: nothing'),
    })
    .nullable()
    .describe('Null where it can’t be cancelled'),
  may: z.array(visitAct),
  words: tariffWords.nullable(),
  receipts: z.array(
    z.object({
      path: z.string().describe('Of its page at this address'),
      number: z.int(),
      kind: z.enum(['receipt', 'refund']),
      amountMinor,
      at: instant,
    }),
  ),
})
export type VisitView = z.infer<typeof visitView>
