import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { bookingOrigin, bookingPlan, overbookReason } from './booking.ts'

const plan = bookingPlan.shape

/** What a new booking is to be; only the window has to be told. */
export const newBooking = z.strictObject({
  stationId: plan.stationId.default(null),
  connectorId: plan.connectorId.default(null),
  arrivesAt: plan.arrivesAt,
  departsAt: plan.departsAt,
  latestDepartsAt: plan.latestDepartsAt.default(null),
  flexibility: plan.flexibility.default('fixed'),
  need: plan.need.default(null),
  vehicleId: plan.vehicleId.default(null),
  customerId: plan.customerId.default(null),
  plate: plan.plate.default(''),
  idToken: plan.idToken.default(null),
  priority: plan.priority.default('normal'),
  note: plan.note.default(''),
})
export type NewBooking = z.infer<typeof newBooking>

/** What of a booking is to change; what is left out stays. */
export const bookingPatch = z.strictObject({
  stationId: plan.stationId.optional(),
  connectorId: plan.connectorId.optional(),
  arrivesAt: plan.arrivesAt.optional(),
  departsAt: plan.departsAt.optional(),
  latestDepartsAt: plan.latestDepartsAt.optional(),
  flexibility: plan.flexibility.optional(),
  need: plan.need.optional(),
  vehicleId: plan.vehicleId.optional(),
  customerId: plan.customerId.optional(),
  plate: plan.plate.optional(),
  idToken: plan.idToken.optional(),
  priority: plan.priority.optional(),
  note: plan.note.optional(),
})
export type BookingPatch = z.infer<typeof bookingPatch>

/** Takes it in even where the grid can’t promise its energy: it then gets what the promises leave. */
const overbook = overbookReason
  .optional()
  .describe(
    'Why it is taken in even if its energy can’t be promised; refused with `gridFull` without',
  )

const revision = z
  .int()
  .optional()
  .describe(
    'The revision the caller has seen; refused with `changedSince` when it is another by now',
  )

/** What people do to bookings; each is a step that can be undone, several together are one step. */
export const bookingCommand = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('create'),
    id: id.describe('Made by whoever asks, so that asking twice makes one'),
    origin: bookingOrigin.exclude(['walkUp', 'recurring', 'driver']).default('desk'),
    requested: z.boolean().default(false).describe('Not agreed to yet: somebody has to confirm it'),
    plan: newBooking,
    overbook,
  }),
  z.strictObject({ kind: z.literal('change'), id, revision, patch: bookingPatch, overbook }),
  z.strictObject({
    kind: z.literal('split'),
    id,
    revision,
    at: instant.describe('Where the first part ends and the second begins'),
    newId: id.describe('The id of the second part'),
  }),
  z.strictObject({ kind: z.literal('confirm'), id }),
  z.strictObject({ kind: z.literal('arrive'), id }),
  z.strictObject({ kind: z.literal('leave'), id }),
  z.strictObject({ kind: z.literal('noShow'), id }),
  z.strictObject({
    kind: z.literal('cancel'),
    id,
    revision,
    reason: z.string().trim().max(200).default(''),
  }),
])
export type BookingCommand = z.infer<typeof bookingCommand>
export type BookingCommandKind = BookingCommand['kind']
