import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { plateText } from '../booking/booking.ts'
import { id } from '../id/id.ts'
import { idTokenText } from '../id-token/id-token.ts'
import { paymentMeans } from '../payment/payment.ts'
import { walkUpNeed } from './need.ts'
import { walkUpPayKind } from './pay.ts'

/**
 * A walk-up's life: the money is awaited, the charger is told to start, the car is to be plugged in, it charges, it
 * has charged (and may stand there still: its booking tells); or nothing came of it.
 */
export const walkUpState = z.enum([
  'waitingForPayment',
  'starting',
  'waitingForCar',
  'charging',
  'finished',
  'cancelled',
])
export type WalkUpState = z.infer<typeof walkUpState>

/**
 * What keeps a walk-up from going on: `paymentFailed`, `paymentExpired` and `paymentCancelled` nothing was paid;
 * `chargerOffline` it is not connected, and is told when it is again; `chargerRefused` it said no; `chargerSilent` it
 * did not answer in time, and may start all the same; `chargerFailed` it answered with an error; `chargerBusy` too many
 * commands wait for it; `notStarted` it said yes, the car is there, and nothing has begun.
 */
export const walkUpFailure = z.enum([
  'paymentFailed',
  'paymentExpired',
  'paymentCancelled',
  'chargerOffline',
  'chargerRefused',
  'chargerSilent',
  'chargerFailed',
  'chargerBusy',
  'notStarted',
])
export type WalkUpFailure = z.infer<typeof walkUpFailure>

/** A driver's phone as people write it: digits, with a plus before and spaces or hyphens between. */
export const phoneText = z
  .string()
  .trim()
  .max(30)
  .regex(/^$|^\+?[\d\s()/-]{3,}$/, 'Give a phone number such as 070-123 45 67.')

/** A car that came without a booking and was taken in at the desk. */
export const walkUp = z.object({
  id: id.describe('The booking’s own id'),
  billId: id.nullable().describe('Null where nobody pays for anything on this site'),
  stationId: id,
  connectorId: z.int(),
  plate: plateText,
  vehicleId: id.nullable(),
  customerId: id.nullable(),
  phone: phoneText.describe('Empty when not told'),
  need: walkUpNeed,
  pays: walkUpPayKind.describe('How it was to be paid when it began'),
  means: paymentMeans.nullable().describe('Null when it is paid later'),
  paymentId: id.nullable().describe('The payment that it waits for or was paid with, the latest'),
  idToken: idTokenText.describe('What the charger is told to start with'),
  state: walkUpState,
  failure: walkUpFailure.nullable(),
  startCommandId: id.nullable().describe('The RemoteStartTransaction sent last'),
  starts: z.int().describe('How often the charger was told to start'),
  transactionId: id.nullable(),
  movedFromId: id.nullable().describe('The walk-up that it goes on with'),
  movedToId: id.nullable().describe('The walk-up that goes on with it'),
  tillId: id.nullable().describe('The drawer of the desk that began it'),
  beganBy: z.string(),
  since: instant.describe('Since when it is in its state'),
  chargingAt: instant.nullable(),
  endedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type WalkUp = z.infer<typeof walkUp>

/** The states in which something is still to come of it. */
export const openWalkUps: ReadonlySet<WalkUpState> = new Set([
  'waitingForPayment',
  'starting',
  'waitingForCar',
  'charging',
])

/** The states before it charges. */
export const waitingWalkUps: ReadonlySet<WalkUpState> = new Set([
  'waitingForPayment',
  'starting',
  'waitingForCar',
])
