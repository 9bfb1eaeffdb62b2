import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../../domain/bill/bill.ts'
import { plateText } from '../../domain/booking/booking.ts'
import { id } from '../../domain/id/id.ts'
import { visitNeed } from '../../domain/visit/need.ts'
import { visitRefusal } from '../../domain/visit/refusal.ts'
import { placeCode, siteView, visitOffer } from '../../domain/visit/site-view.ts'
import {
  emailText,
  visitKind,
  visitLanguage,
  visitPays,
  visitWish,
} from '../../domain/visit/visit.ts'
import { visitView } from '../../domain/visit/visit-view.ts'
import { phoneText } from '../../domain/walk-up/walk-up.ts'

/** What every call from a phone may meet. */
const refusals = {
  REFUSED: {
    status: 409,
    message: 'That can’t be so. See `refusals` for what is in the way.',
    data: z.object({
      refusals: z.array(visitRefusal).min(1),
      offers: z.array(visitOffer).describe('What could be had instead'),
    }),
  },
  NO_SUCH_VISIT: {
    status: 404,
    message: 'That link opens nothing, or not any more. Ask at the desk.',
  },
  NOT_WRITABLE: {
    status: 503,
    message: 'The site can’t write anything down just now, so nothing was changed. Try again soon.',
  },
} as const

const call = oc.errors(refusals)

/** What a driver agreed to pay in all, as it was shown; the hub reckons for itself. */
const seenMinor = amountMinor
  .nullable()
  .describe('The price that was shown, minor units; null where none was')

/** Who comes. Nothing of it has to be told, but for where letters and messages are wanted. */
const who = {
  plate: plateText.default(''),
  phone: phoneText.default(''),
  email: emailText.default(''),
  language: visitLanguage.default('en'),
}

/** A window on a connector, as an offer named it. */
const window = {
  place: placeCode,
  arrivesAt: instant,
  departsAt: instant,
  isFlexible: z.boolean().default(false),
}

/** What of a visit its driver wants otherwise; what is left out stays. */
const changes = z.strictObject({
  need: visitNeed.optional(),
  place: placeCode.optional(),
  arrivesAt: instant.optional(),
  departsAt: instant.optional(),
  isFlexible: z.boolean().optional(),
})

/** What a change would come to. */
const changeChecked = z.object({
  isPossible: z.boolean(),
  refusals: z.array(visitRefusal),
  offers: z.array(visitOffer).describe('What could be had instead'),
  priceMinor: amountMinor.nullable().describe('What the whole visit would cost'),
  differenceMinor: amountMinor.describe('Against what it costs now; below zero is less'),
  toPayMinor: amountMinor.describe('To be paid for it now'),
  toRefundMinor: amountMinor.describe('Given back for it now'),
  arrivesAt: instant,
  departsAt: instant,
  energyWh: z.int().nullable().describe('Promised; null: as much as there is time for'),
})

export const driverContract = {
  site: call.route({ method: 'GET', path: '/site' }).output(siteView),
  followSite: call.route({ method: 'GET', path: '/site/live' }).output(eventIterator(siteView)),

  /** The windows that can be promised for a wish, the best of each kind first. Nothing is held. */
  offers: call
    .route({ method: 'POST', path: '/offers' })
    .input(
      z.strictObject({
        ...visitWish.shape,
        kind: visitKind,
        place: placeCode.optional().describe('Only there'),
        plate: plateText.default(''),
      }),
    )
    .output(
      z.object({
        offers: z.array(visitOffer),
        mostWh: z.int().describe('The most that could be promised in that time'),
        refusals: z.array(visitRefusal).describe('Why there is none'),
      }),
    ),

  /** Takes an offer. Sent again with the same id it answers with the visit that is there. */
  book: call
    .route({ method: 'POST', path: '/visits' })
    .input(
      z.strictObject({
        id: id.describe('Made by the phone, so that asking twice makes one'),
        kind: visitKind,
        wish: visitWish,
        ...window,
        ...who,
        pays: visitPays,
        seenMinor,
      }),
    )
    .output(z.object({ token: z.string(), visit: visitView })),

  /** Gets in line where nothing is free. */
  wait: call
    .route({ method: 'POST', path: '/line' })
    .input(z.strictObject({ id, wish: visitWish, ...who, pays: visitPays }))
    .output(z.object({ token: z.string(), visit: visitView })),

  // The calls below show the visit's token.
  visit: call.route({ method: 'GET', path: '/visit' }).output(visitView),
  followVisit: call.route({ method: 'GET', path: '/visit/live' }).output(eventIterator(visitView)),

  /** What could be had instead of what is booked: its own place counts as free. */
  otherWindows: call
    .route({ method: 'POST', path: '/visit/offers' })
    .input(z.strictObject({ ...visitWish.shape, place: placeCode.optional() }))
    .output(z.object({ offers: z.array(visitOffer), mostWh: z.int() })),

  checkChange: call
    .route({ method: 'POST', path: '/visit/check' })
    .input(changes)
    .output(changeChecked),
  change: call
    .route({ method: 'POST', path: '/visit/change' })
    .input(
      z.strictObject({
        changes,
        revision: z.int().describe('Of the visit as it was shown'),
        seenMinor,
      }),
    )
    .output(visitView),

  cancel: call
    .route({ method: 'POST', path: '/visit/cancel' })
    .input(z.strictObject({ seenFeeMinor: amountMinor.describe('What it was said to cost') }))
    .output(visitView),
  claim: call
    .route({ method: 'POST', path: '/visit/claim' })
    .input(z.strictObject({ seenMinor }))
    .output(visitView),
  leaveLine: call.route({ method: 'POST', path: '/visit/leave-line' }).output(visitView),

  /** Asks for what is due, unless it is asked for already: the page to pay at comes with the visit. */
  pay: call.route({ method: 'POST', path: '/visit/pay' }).output(visitView),
  start: call.route({ method: 'POST', path: '/visit/start' }).output(visitView),
  stop: call.route({ method: 'POST', path: '/visit/stop' }).output(visitView),
  late: call
    .route({ method: 'POST', path: '/visit/late' })
    .input(z.strictObject({ expectedAt: instant }))
    .output(visitView),
  setContact: call
    .route({ method: 'POST', path: '/visit/contact' })
    .input(
      z.strictObject({
        phone: phoneText.optional(),
        email: emailText.optional(),
        plate: plateText.optional(),
        language: visitLanguage.optional(),
      }),
    )
    .output(visitView),
}
export type DriverContract = typeof driverContract
