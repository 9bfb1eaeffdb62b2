import type { VisitRefusal } from '../../../../shared/domain/visit/refusal.ts'
import type { VisitOffer } from '../../../../shared/domain/visit/site-view.ts'
import type { Visit } from '../../../../shared/domain/visit/visit.ts'
import type { Writes } from '../../store/writes.ts'
import { beginByDriver } from '../../visit/begin-now.ts'
import { bookAheadByDriver, type Booked } from '../../visit/book.ts'
import { waitInLine } from '../../visit/line.ts'
import { visitOffers } from '../../visit/offers.ts'
import { placeCoded } from '../../visit/place.ts'
import type { VisitRooms } from '../../visit/rooms.ts'
import { visitToken } from '../../visit/token.ts'
import { visitViewOf } from '../../visit/view.ts'
import { type DriverRouterParts, on } from './on.ts'
import { NotSo, whyNot } from './not-so.ts'

/** What a phone asks that has no visit yet. */
export function bookingCalls({ store, drivers: { rooms, keeper } }: DriverRouterParts) {
  const { hubSecret } = rooms
  return {
    offers: on.offers.handler(async ({ input: { place: code, ...wish }, errors }) => {
      const place = code === undefined ? null : await placeOf(code)
      if (place === undefined) throw errors.REFUSED(whyNot([{ code: 'noSuchPlace' }]))
      return visitOffers(store, rooms, { ...wish, place, bookingId: null })
    }),

    book: on.book.handler(async ({ input, errors }) => {
      const { id: secretId, kind, place: code, wish, ...told } = input
      const make = kind === 'now' ? beginByDriver : bookAheadByDriver
      try {
        return await store.work('driver', (tx) => {
          const place = placeCoded(tx, hubSecret, code)
          if (place === undefined) throw new NotSo([{ code: 'noSuchPlace' }])
          const { stationId, connectorId } = place
          const { need } = wish
          const taken = { ...told, secretId, wish, need, stationId, connectorId }
          return opened(tx, rooms, make(tx, rooms, taken))
        })
      } catch (error) {
        throw await refusal(error, errors, async () => {
          const found = await visitOffers(store, rooms, {
            ...{ ...wish, kind, place: null, bookingId: null },
          })
          return found.offers
        })
      }
    }),

    wait: on.wait.handler(async ({ input: { id: secretId, ...wish }, errors }) => {
      try {
        return await store.work('driver', (tx) =>
          opened(tx, rooms, waitInLine(tx, { ...wish, secretId })),
        )
      } catch (error) {
        throw await refusal(error, errors, async () => [])
      }
    }),
  }

  function placeOf(code: string) {
    return store.work('driver', (tx) => placeCoded(tx, hubSecret, code))
  }

  /** A visit with its link, for whoever asked for it. @throws NotSo, which undoes the unit */
  function opened(tx: Writes, all: VisitRooms, booked: Booked): { token: string; visit: View } {
    if (booked.kind === 'refused') throw new NotSo(booked.refusals)
    const visit: Visit = tx.get('visit', booked.visit.id) ?? booked.visit
    tx.afterCommit(() => keeper.soon())
    return { token: visitToken(hubSecret, visit), visit: visitViewOf(tx, all, visit) }
  }
}

type View = ReturnType<typeof visitViewOf>

/** Another time or place helps against these. */
const othersHelp: ReadonlySet<VisitRefusal['code']> = new Set([
  'taken',
  'gridFull',
  'outOfService',
  'offline',
  'needTooMuch',
  'priceChanged',
  'tooSoon',
  'inThePast',
])

/** What a phone is told instead of what it asked for, with what could be had, where that helps. */
export async function refusal(
  error: unknown,
  errors: { REFUSED: (words: ReturnType<typeof whyNot>) => Error },
  others: () => Promise<VisitOffer[]>,
): Promise<unknown> {
  if (!(error instanceof NotSo)) return error
  const helps = error.refusals.some(({ code }) => othersHelp.has(code))
  return errors.REFUSED(whyNot(error.refusals, helps ? await others() : []))
}
