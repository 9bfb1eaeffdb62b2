import { z } from 'zod'
import { bill } from '../domain/bill/bill.ts'
import { booking, plateText } from '../domain/booking/booking.ts'
import { command } from '../domain/command/command.ts'
import { id } from '../domain/id/id.ts'
import { payment } from '../domain/payment/payment.ts'
import { promised, walkUpPlace, walkUpWho } from '../domain/walk-up/choice.ts'
import { driverMessage, driverTemplate } from '../domain/walk-up/driver-message.ts'
import { stayDue } from '../domain/walk-up/due.ts'
import { releaseLadder, releaseStep } from '../domain/walk-up/ladder.ts'
import { walkUpNeed } from '../domain/walk-up/need.ts'
import { stayPay, walkUpPay, walkUpPayKind } from '../domain/walk-up/pay.ts'
import { phoneText, walkUp, walkUpState } from '../domain/walk-up/walk-up.ts'
import { walkUpTerms, walkUpTermsWords } from '../domain/walk-up/walk-up-terms.ts'
import { refusedBooking } from './booking.ts'
import { missingWords, opening } from './payment.ts'
import { procedure } from './refusal.ts'
import { approvalId } from './session.ts'
import { tillId, tillRefusals } from './till.ts'

const tags = ['desk']
const byId = z.strictObject({ id: id.describe('The booking’s own id') })
const place = { stationId: id, connectorId: z.int().min(1).max(1_000) }
const language = z.enum(['en', 'sv']).default('en')
const waitMs = z
  .int()
  .min(0)
  .max(120_000)
  .default(20_000)
  .describe('So long the charger’s answer is waited for; what comes later is seen live')

/** Whose car it is, as far as it was told. */
const whose = {
  plate: plateText.default(''),
  vehicleId: id.nullable().default(null),
  customerId: id.nullable().default(null),
}

/** A stay at the desk: a walk-up, or a car that came any other way, with its money. */
export const deskStay = z.object({
  booking,
  walkUp: walkUp.nullable().describe('Null where the desk did not take it in'),
  bill: bill.nullable().describe('Null where nobody pays for anything on this site'),
  payment: payment.nullable().describe('The one that was just asked for or taken'),
  due: stayDue.nullable(),
})
export type DeskStay = z.infer<typeof deskStay>

const bookingRefused = {
  BOOKING_REFUSED: {
    status: 409,
    message: 'That can’t be promised so. See `refusals` for what is in the way.',
    data: refusedBooking,
  },
} as const

const stationOffline = {
  STATION_OFFLINE: {
    status: 409,
    message: 'The charger is not connected. Try again when it is online.',
  },
  COMMANDS_WAITING: {
    status: 429,
    message: 'Too many commands wait for this charger already. Let it answer those first.',
  },
} as const

const notInState = {
  NOT_NOW: {
    status: 409,
    message: 'That can’t be done with a walk-up in this state.',
    data: z.object({ state: walkUpState.nullable() }),
  },
} as const

const tooLong = {
  TOO_LONG: {
    status: 409,
    message: 'Walk-ups are not taken in for so long.',
    data: z.object({ mostStayMin: z.int() }),
  },
} as const

export const walkUpContract = {
  choices: procedure
    .route({
      method: 'GET',
      path: '/walk-ups/choices',
      tags,
      summary: 'Who is at the desk, and where that car could charge now',
      description:
        'Connectors with a car plugged in come first, then the one of the last time, then the others by name. The first few tell what can be promised; for the others ask `promise`.',
    })
    .input(
      z.strictObject({
        plate: plateText.optional(),
        vehicleId: id.optional(),
        limit: z.coerce
          .number()
          .int()
          .min(0)
          .max(24)
          .default(6)
          .describe('Of how many places the promise is told'),
      }),
    )
    .output(z.object({ who: walkUpWho.nullable(), places: z.array(walkUpPlace) })),
  promise: procedure
    .route({
      method: 'POST',
      path: '/walk-ups/promise',
      tags,
      summary: 'What could be promised to a car that comes there now; nothing is held',
    })
    .input(z.strictObject({ ...place, ...whose, need: walkUpNeed }))
    .output(promised),
  begin: procedure
    .route({
      method: 'POST',
      path: '/walk-ups',
      tags,
      successStatus: 201,
      summary: 'Take a car in: book its connector, ask for or take the money, start the charge',
      description:
        'The charger is told to start as soon as the terms allow it; follow the walk-up live to see it go on. Sent again with the same `id` (or the same `Idempotency-Key`) it answers with the one that is there.',
    })
    .errors({
      ...bookingRefused,
      ...opening,
      ...missingWords,
      PAYS_NOT_OFFERED: {
        status: 409,
        message: 'The site does not offer that way of paying to walk-ups.',
        data: z.object({ pays: walkUpPayKind }),
      },
      ...tooLong,
    })
    .input(
      z.strictObject({
        id: id.optional().describe('Made by whoever asks, so that asking twice makes one'),
        ...place,
        ...whose,
        phone: phoneText.default(''),
        need: walkUpNeed,
        payment: walkUpPay,
        language,
        ...{ tillId, approvalId },
      }),
    )
    .output(deskStay),
  get: procedure
    .route({ method: 'GET', path: '/walk-ups/{id}', tags, summary: 'One stay with its money' })
    .input(byId)
    .output(deskStay),
  retry: procedure
    .route({
      method: 'POST',
      path: '/walk-ups/{id}/start',
      tags,
      summary: 'Tell the charger once more to start',
    })
    .errors({ ...stationOffline, ...notInState })
    .input(byId)
    .output(deskStay),
  extend: procedure
    .route({
      method: 'POST',
      path: '/walk-ups/{id}/extend',
      tags,
      summary: 'Let a stay go on for longer or bring more; promised anew',
    })
    .errors({ ...bookingRefused, ...notInState, ...tooLong })
    .input(
      byId.extend({ need: walkUpNeed.describe('All that it is to be, not what comes on top') }),
    )
    .output(deskStay),
  stop: procedure
    .route({
      method: 'POST',
      path: '/walk-ups/{id}/stop',
      tags,
      summary: 'Stop the charging, and tell what is due then',
    })
    .errors({ ...stationOffline, ...notInState })
    .input(byId.extend({ waitMs }))
    .output(deskStay.extend({ command })),
  settle: procedure
    .route({
      method: 'POST',
      path: '/walk-ups/{id}/settle',
      tags,
      summary: 'Pay what is due of a stay, before or after it is over',
    })
    .errors({ ...opening, ...missingWords })
    .input(
      byId.extend({
        payment: stayPay,
        language,
        ...{ tillId, approvalId },
      }),
    )
    .output(deskStay),
  handBack: procedure
    .route({
      method: 'POST',
      path: '/walk-ups/{id}/hand-back',
      tags,
      summary: 'Write down that cash was handed back that was paid ahead and not used',
    })
    .errors({
      ...tillRefusals,
      NOTHING_TO_HAND_BACK: { status: 409, message: 'Nothing is to be handed back in cash.' },
    })
    .input(byId.extend({ tillId, note: z.string().trim().max(300).default('') }))
    .output(deskStay),
  move: procedure
    .route({
      method: 'POST',
      path: '/walk-ups/{id}/move',
      tags,
      summary: 'Stop here and go on at another connector, with the rest of what it needs',
      description:
        'What was paid for this stay and not used is settled with it; `from.due` and `to.due` tell what is to be paid or handed back.',
    })
    .errors({ ...bookingRefused, ...notInState })
    .input(byId.extend({ ...place, newId: id.optional() }))
    .output(z.object({ from: deskStay, to: deskStay })),
  release: procedure
    .route({
      method: 'POST',
      path: '/stations/{stationId}/connectors/{connectorId}/release',
      tags,
      summary: 'Take a step to let a car go that is stuck: stop, unlock, reset',
    })
    .errors({
      ...stationOffline,
      NOTHING_TO_STOP: { status: 409, message: 'Nothing charges there that could be stopped.' },
    })
    .input(
      z.strictObject({
        stationId: id,
        connectorId: z.coerce.number().int().min(1).max(1_000),
        step: releaseStep,
        waitMs,
      }),
    )
    .output(z.object({ command, ladder: releaseLadder })),
  cancel: procedure
    .route({
      method: 'POST',
      path: '/walk-ups/{id}/cancel',
      tags,
      summary: 'Take a walk-up back whose car does not charge yet; money goes back',
    })
    .errors(notInState)
    .input(byId.extend({ reason: z.string().trim().max(200).default('') }))
    .output(deskStay),
  setPhone: procedure
    .route({
      method: 'PUT',
      path: '/walk-ups/{id}/phone',
      tags,
      summary: 'Write down the driver’s phone',
    })
    .errors(notInState)
    .input(byId.extend({ phone: phoneText }))
    .output(walkUp),
  message: procedure
    .route({
      method: 'GET',
      path: '/walk-ups/{id}/message',
      tags,
      summary: 'A message to the driver, with links that open it',
    })
    .input(byId.extend({ template: driverTemplate, language }))
    .output(driverMessage),
  terms: procedure
    .route({ method: 'GET', path: '/walk-up-terms', tags, summary: 'How walk-ups are taken in' })
    .output(walkUpTerms),
  setTerms: procedure
    .route({
      method: 'PATCH',
      path: '/walk-up-terms',
      tags,
      summary: 'Change how walk-ups are taken in',
    })
    .input(walkUpTermsWords.partial())
    .output(walkUpTerms),
}
