import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { aBooking } from '../../../../shared/domain/booking/booking-fixture.ts'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Message } from '../../../../shared/domain/message/message.ts'
import { newConnector } from '../../../../shared/domain/connector/new-connector.ts'
import { newStation } from '../../../../shared/domain/station/new-station.ts'
import type { Visit } from '../../../../shared/domain/visit/visit.ts'
import { DAY, HOUR } from '../../../../shared/time/instant.ts'
import { reservationNumbers } from '../../booking/save.ts'
import { restFace, type RestFace } from '../../rpc/test-bench/rest-face.ts'
import type { MessageKeeperParts } from '../message-keeper.ts'
import type { MailServer } from './mail-server.ts'
import { PASSWORD, USER } from './mail-server.ts'

/** Noon in Stockholm. */
const NOON = Date.UTC(2026, 10, 28, 11)

/** A message that was written into the outbox's folder. */
export interface Written {
  readonly file: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** A site with visits, whose messages a test puts and sends step by step. */
export interface MessagingSite {
  readonly face: RestFace
  readonly stationId: Id
  /** A visit that is agreed to, of a booking at A1 in an hour for two, save for what is told. */
  visit(told?: Partial<Visit>, booking?: Partial<Booking>): Promise<Visit>
  change(id: Id, words: Partial<Visit>): Promise<void>
  /** Looks, and sends what is due. */
  step(): Promise<void>
  /** Lets time go by. */
  later(ms: number): void
  /** All lines of the outbox, the first first. */
  messages(): Promise<Message[]>
  /** What was written into the folder, by when. */
  written(): Written[]
  /** Has letters go to that server. */
  writesBy(server: MailServer, words?: object): Promise<void>
  close(): Promise<void>
}

export async function messagingSite(
  told: Partial<MessageKeeperParts> = {},
): Promise<MessagingSite> {
  const face = await restFace(NOON, {
    messages: { origin: () => 'https://charge.example.com', jitter: () => 1, ...told },
  })
  const { store } = face
  const stationId = face.newId()
  await store.work('test', (tx) => {
    const words = { chargePointId: 'CP1', zone: '', authentication: 'none' as const }
    tx.insert('station', { ...newStation(words, stationId, tx.now), name: 'A1' })
    tx.insert('connector', newConnector(tx.newId(), stationId, 1))
    const [site] = tx.find('site', {})
    if (site) tx.update('site', site.id, { name: 'Norra depån' })
  })
  const folder = join(face.dir, 'outbox')
  return {
    face,
    stationId,
    visit: (words = {}, booking = {}) =>
      store.work('driver', (tx) => {
        const id = tx.newId()
        const times = { createdAt: tx.now, updatedAt: tx.now }
        const row = aBooking({
          ...{ id: tx.newId(), stationId, origin: 'driver', ...times },
          reservationId: reservationNumbers(tx)(),
          ...{ arrivesAt: tx.now + HOUR, departsAt: tx.now + 3 * HOUR },
          ...booking,
        })
        tx.insert('booking', row)
        const visit: Visit = {
          ...{ id, kind: 'ahead', state: 'agreed', endReason: null, bookingId: row.id },
          wish: { need: { kind: 'full' }, arrivesFrom: row.arrivesAt, departsBy: row.departsAt },
          ...{ isFlexible: false, plate: 'ABC 123', phone: '', email: 'kim@example.com' },
          ...{ language: 'sv', pays: 'online', depositMinor: 0, holdUntil: null, lapse: null },
          ...{ expectedAt: null, askedAs: id, generation: 0, expiresAt: tx.now + 30 * DAY },
          ...{ since: tx.now, ...times },
          ...words,
        }
        tx.insert('visit', visit)
        return visit
      }),
    async change(id, words) {
      await store.work('test', (tx) => tx.update('visit', id, words))
    },
    async step() {
      await face.messages.look()
      await face.messages.send()
    },
    later(ms) {
      face.now += ms
    },
    async messages() {
      const rows = await store.reads.find('message', {})
      return rows.toSorted((one, other) => one.createdAt - other.createdAt)
    },
    written() {
      if (!existsSync(folder)) return []
      return readdirSync(folder)
        .filter((name) => name.endsWith('.eml'))
        .toSorted()
        .map((file) => readLetter(file, readFileSync(join(folder, file), 'utf8')))
    },
    async writesBy({ port }, words = {}) {
      const { status, body } = await face.ask('PATCH', '/message-terms', {
        ...{ way: 'smtp', host: 'localhost', port, user: USER, password: PASSWORD },
        fromAddress: 'depot@example.com',
        ...words,
      })
      if (status !== 200) throw new Error(JSON.stringify(body))
    },
    close: () => face.close(),
  }
}

function readLetter(file: string, whole: string): Written {
  const [head = '', text = ''] = whole.split('\r\n\r\n')
  const of = (name: string) =>
    head
      .split('\r\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2) ?? ''
  return { file, to: of('To'), subject: of('Subject'), text: text.trim() }
}
