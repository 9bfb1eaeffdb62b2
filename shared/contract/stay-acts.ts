import { z } from 'zod'
import { command } from '../domain/command/command.ts'
import { id } from '../domain/id/id.ts'
import { driverMessage, driverTemplate } from '../domain/walk-up/driver-message.ts'
import { releaseLadder, releaseStep } from '../domain/walk-up/ladder.ts'
import { walkUpNeed } from '../domain/walk-up/need.ts'
import { stayPay } from '../domain/walk-up/pay.ts'
import { phoneText, walkUp, walkUpState } from '../domain/walk-up/walk-up.ts'
import { bookingRefused, byStay, deskStay, language, place, tags, tooLong } from './desk-stay.ts'
import { missingWords, opening } from './payment-refusal.ts'
import { procedure } from './refusal.ts'
import { approvalId } from './session.ts'
import { tillId, tillRefusals } from './till-refusal.ts'

const waitMs = z
  .int()
  .min(0)
  .max(120_000)
  .default(20_000)
  .describe('So long the charger’s answer is waited for; what comes later is seen live')

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

/** What may be done with a stay, whoever took it in. */
export const stayActs = {
  retry: procedure
    .route({
      method: 'POST',
      path: '/walk-ups/{id}/start',
      tags,
      summary: 'Tell the charger once more to start',
    })
    .errors({ ...stationOffline, ...notInState })
    .input(byStay)
    .output(deskStay),
  startBooked: procedure
    .route({
      method: 'POST',
      path: '/walk-ups/{id}/start-booked',
      tags,
      summary: 'Tell the charger to start for a booked car that is plugged in',
      description:
        'Under its own id token, else one of its vehicle’s, else one that the desk answers for.',
    })
    .errors({ ...stationOffline, ...notInState })
    .input(byStay.extend({ waitMs }))
    .output(deskStay.extend({ command })),
  extend: procedure
    .route({
      method: 'POST',
      path: '/walk-ups/{id}/extend',
      tags,
      summary: 'Let a stay go on for longer or bring more; promised anew',
    })
    .errors({ ...bookingRefused, ...notInState, ...tooLong })
    .input(
      byStay.extend({ need: walkUpNeed.describe('All that it is to be, not what comes on top') }),
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
    .input(byStay.extend({ waitMs }))
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
      byStay.extend({
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
    .input(byStay.extend({ tillId, note: z.string().trim().max(300).default('') }))
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
    .input(byStay.extend({ ...place, newId: id.optional() }))
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
    .input(byStay.extend({ reason: z.string().trim().max(200).default('') }))
    .output(deskStay),
  setPhone: procedure
    .route({
      method: 'PUT',
      path: '/walk-ups/{id}/phone',
      tags,
      summary: 'Write down the driver’s phone',
    })
    .errors(notInState)
    .input(byStay.extend({ phone: phoneText }))
    .output(walkUp),
  message: procedure
    .route({
      method: 'GET',
      path: '/walk-ups/{id}/message',
      tags,
      summary: 'A message to the driver, with links that open it',
    })
    .input(byStay.extend({ template: driverTemplate, language }))
    .output(driverMessage),
}
