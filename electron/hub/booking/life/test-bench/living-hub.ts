import type { Booking } from '../../../../../shared/domain/booking/booking.ts'
import { bookingFrom } from '../../../../../shared/domain/booking/decide.ts'
import type { Id } from '../../../../../shared/domain/id/id.ts'
import type { IdToken } from '../../../../../shared/domain/id-token/id-token.ts'
import { HOUR } from '../../../../../shared/time/instant.ts'
import { awaken } from '../../../awakening.ts'
import { freshHub, PASSWORD, type FreshHub } from '../../../ocpp/server/test-bench/fresh-hub.ts'
import { wireCharger, type WireCharger } from '../../../ocpp/server/test-bench/wire-charger.ts'
import { lookAfterBookings } from '../chore.ts'
import { bookingHappened } from '../happened.ts'

/** A hub that lives bookings, with one station of which a charger is connected. */
export interface LivingHub extends FreshHub {
  readonly stationId: Id
  readonly charger: WireCharger
  /** Sends a call and returns the payload of its CALLRESULT. */
  say(action: string, payload: object): Promise<Record<string, unknown>>
  status(status: string, changes?: object): Promise<unknown>
  /** Begins a transaction; its number. */
  start(idTag: string, changes?: object): Promise<number>
  end(transactionId: number, changes?: object): Promise<unknown>
  /** Puts a booking of two hours from now on connector 1 in, confirmed. */
  book(words?: Partial<Booking>): Promise<Booking>
  booking(id: Id): Promise<Booking>
  bookings(where?: Partial<Booking>): Promise<Booking[]>
  knowToken(idToken: string, words?: Partial<IdToken>): Promise<void>
  /** Does what is done every few seconds. */
  chore(): Promise<void>
  /** The alarms that stand, of bookings. */
  alarms(): Promise<{ kind: string; detail: string }[]>
  iso(at: number): string
}

export async function livingHub(): Promise<LivingHub> {
  const hub = await freshHub({}, bookingHappened)
  await awaken(hub.store, 'Europe/Stockholm')
  const stationId = await hub.addStation('CP1')
  const charger = await wireCharger(hub.url, 'CP1', { password: PASSWORD })
  const now = () => Date.now() + hub.aheadMs
  const iso = (at: number) => new Date(at).toISOString()
  const say = async (action: string, payload: object): Promise<Record<string, unknown>> => {
    const [type, , reply] = await charger.call(action, payload)
    if (type !== 3) throw new Error(`${action} was refused: ${JSON.stringify(reply)}`)
    return reply as Record<string, unknown> // a CALLRESULT's payload is an object
  }
  await say('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' })
  return Object.assign(hub, {
    stationId,
    charger,
    say,
    iso,
    status: (status: string, changes: object = {}) =>
      say('StatusNotification', { connectorId: 1, errorCode: 'NoError', status, ...changes }),
    async start(idTag: string, changes: object = {}) {
      const timestamp = iso(now())
      const payload = { connectorId: 1, idTag, meterStart: 0, timestamp, ...changes }
      return Number((await say('StartTransaction', payload))['transactionId'])
    },
    end: (transactionId: number, changes: object = {}) =>
      say('StopTransaction', { transactionId, meterStop: 1, timestamp: iso(now()), ...changes }),
    book: (words: Partial<Booking> = {}) =>
      hub.store.work('test', (tx) => {
        const plan = {
          stationId,
          connectorId: 1,
          arrivesAt: tx.now,
          departsAt: tx.now + 2 * HOUR,
          latestDepartsAt: null,
          flexibility: 'fixed',
          need: null,
          vehicleId: null,
          customerId: null,
          plate: 'ABC 123',
          idToken: 'CARD',
          priority: 'normal',
          note: '',
        } as const
        const made = { state: 'confirmed', origin: 'desk', now: tx.now } as const
        const reservationId = tx.find('booking', {}).length + 1
        const booking = {
          ...bookingFrom(plan, { id: tx.newId(), reservationId, ...made }),
          ...words,
        }
        tx.insert('booking', booking)
        return booking
      }),
    async booking(id: Id) {
      const found = await hub.store.reads.get('booking', id)
      if (found === undefined) throw new Error('there is no such booking')
      return found
    },
    async bookings(where: Partial<Booking> = {}) {
      const found = await hub.store.reads.find('booking', where)
      return found.toSorted((a, b) => a.reservationId - b.reservationId)
    },
    knowToken: (idToken: string, words: Partial<IdToken> = {}) =>
      hub.store.work('test', (tx) => {
        tx.insert('idToken', {
          id: tx.newId(),
          idToken,
          status: 'Accepted',
          label: '',
          parentIdToken: null,
          vehicleId: null,
          customerId: null,
          expiresAt: null,
          createdAt: tx.now,
          updatedAt: tx.now,
          ...words,
        })
      }),
    chore: () => lookAfterBookings(hub.store, hub.ocpp.chargers),
    async alarms() {
      const standing = await hub.store.reads.find('alarm', { clearedAt: null })
      return standing
        .filter(({ kind }) => kind === 'bookingConflict' || kind === 'overstay')
        .map(({ kind, detail }) => ({ kind, detail }))
        .toSorted((a, b) => a.kind.localeCompare(b.kind))
    },
  })
}
