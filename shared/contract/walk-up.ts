import { z } from 'zod'
import { plateText } from '../domain/booking/booking.ts'
import { id } from '../domain/id/id.ts'
import { promised, walkUpPlace, walkUpWho } from '../domain/walk-up/choice.ts'
import { walkUpNeed } from '../domain/walk-up/need.ts'
import { walkUpPay, walkUpPayKind } from '../domain/walk-up/pay.ts'
import { phoneText } from '../domain/walk-up/walk-up.ts'
import { walkUpTerms, walkUpTermsWords } from '../domain/walk-up/walk-up-terms.ts'
import { bookingRefused, byStay, deskStay, language, place, tags, tooLong } from './desk-stay.ts'
import { missingWords, opening } from './payment-refusal.ts'
import { procedure } from './refusal.ts'
import { approvalId } from './session.ts'
import { stayActs } from './stay-acts.ts'
import { tillId } from './till-refusal.ts'

/** Whose car it is, as far as it was told. */
const whose = {
  plate: plateText.default(''),
  vehicleId: id.nullable().default(null),
  customerId: id.nullable().default(null),
}

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
    .input(byStay)
    .output(deskStay),
  ...stayActs,
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
