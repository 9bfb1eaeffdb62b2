import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CalendarFeed } from '../../../shared/contract/calendar.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { newStation } from '../../../shared/domain/station/new-station.ts'
import { DAY, HOUR } from '../../../shared/time/instant.ts'
import { newBookingRow } from '../rpc/test-bench/booking-rows.ts'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'
import { namedBy } from '../secret/row-token.ts'
import { opens, tokenOf } from './address.ts'

const now = Date.UTC(2026, 2, 2, 12)

let face: RestFace
let stationId: string
let customerId: string

beforeEach(async () => {
  face = await restFace(now)
  stationId = face.newId()
  const words = { chargePointId: 'A1', zone: '', authentication: 'none' } as const
  await face.store.work('test', (tx) => tx.insert('station', newStation(words, stationId, now)))
  const customer = await ask<{ id: string }>('POST', '/customers', { name: 'Åkeri & Son; Norr' })
  customerId = customer.body.id
  await ask('PATCH', '/site', { name: 'Norra depån' })
})
afterEach(() => face.close())

const ask = <Body = CalendarFeed>(method: string, path: string, body?: object) =>
  face.ask<Body>(method, path, body)
const feedOf = async (subject: object): Promise<CalendarFeed> =>
  (await ask('POST', '/calendars', subject)).body

let numbers = 0
async function book(told: Partial<Booking>): Promise<Booking> {
  const reservationId = ++numbers
  const row = newBookingRow({ id: face.newId(), arrivesAt: now + HOUR, reservationId, ...told })
  await face.store.work('test', (tx) => tx.insert('booking', row))
  return row
}

async function eventsAt(url: string): Promise<InstanceType<typeof ICAL.Event>[]> {
  const calendar = new ICAL.Component(ICAL.parse(await (await fetch(url)).text()))
  return calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part))
}

describe('a calendar', () => {
  test('is fetched by its address alone, whoever asks, and read by another program', async () => {
    const { url } = await feedOf({ customerId })
    const booking = await book({ customerId, plate: 'ABC 123', note: 'Gate 2', revision: 5 })
    const response = await fetch(url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('private, max-age=300, must-revalidate')
    const [event] = await eventsAt(url)
    expect(event).toMatchObject({
      uid: `${booking.id}@laddplan`,
      summary: 'Booked · ABC 123 · No connector yet',
      location: 'Norra depån',
      description: 'Gate 2',
      sequence: 5,
    })
    expect(event?.startDate.toJSDate().getTime()).toBe(booking.arrivesAt)
  })

  test('is not sent again while it is the same', async () => {
    const { url } = await feedOf({ stationId })
    const etag = (await fetch(url)).headers.get('etag') ?? ''
    const again = (tag: string) => fetch(url, { headers: { 'if-none-match': tag } })
    expect((await again(etag)).status).toBe(304)
    expect((await again(`"other", W/${etag}`)).status).toBe(304)
    face.now = now + DAY
    expect((await again(etag)).status).toBe(304)
    await book({ stationId, connectorId: 1 })
    const changed = await again(etag)
    expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false])
  })

  test('is only read', async () => {
    const { url } = await feedOf({ stationId })
    const head = await fetch(url, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(100)
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const refused = await fetch(url, { method })
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    }
  })

  test('has the bookings of the last thirty days and all ahead, cancelled ones as such', async () => {
    const { url } = await feedOf({ stationId })
    const at = (arrivesAt: number, told: Partial<Booking> = {}) =>
      book({ stationId, connectorId: 1, arrivesAt, ...told })
    await at(now - 31 * DAY)
    const old = await at(now - 29 * DAY, { state: 'left' })
    const cancelled = await at(now + DAY, { state: 'cancelled' })
    const far = await at(now + 300 * DAY)
    const events = await eventsAt(url)
    const status = (event: (typeof events)[number]) =>
      event.component.getFirstPropertyValue('status')
    expect(events.map((event) => [event.uid.split('@')[0], status(event)])).toEqual([
      [old.id, 'CONFIRMED'],
      [cancelled.id, 'CANCELLED'],
      [far.id, 'CONFIRMED'],
    ])
  })
})

describe('who sees what', () => {
  test('a customer’s calendar has its own bookings and its vehicles’, nobody else’s', async () => {
    const other = (await ask<{ id: string }>('POST', '/customers', { name: 'Other' })).body.id
    const van = { plate: 'OUR 111', name: 'Van 1', customerId }
    const vehicleId = (await ask<{ id: string }>('POST', '/vehicles', van)).body.id
    await book({ customerId, plate: 'OUR 222' })
    await book({ vehicleId })
    await book({ customerId: other, plate: 'THEIRS 1' })
    await book({ vehicleId, customerId: other })
    await book({ plate: 'THEIRS 2' })
    const { url } = await feedOf({ customerId, language: 'sv' })
    const summaries = (await eventsAt(url)).map(({ summary }) => summary)
    expect(summaries.toSorted()).toEqual([
      'Bokad · OUR 111 (Van 1) · Ingen plats än',
      'Bokad · OUR 222 · Ingen plats än',
    ])
  })

  test('a station’s calendar tells no plates and no notes', async () => {
    const { url } = await feedOf({ stationId })
    await book({ stationId, connectorId: 2, plate: 'ABC 123', note: 'secret', idToken: 'CARD' })
    const text = await (await fetch(url)).text()
    expect(text).not.toMatch(/ABC|secret|CARD/)
    expect(text).toContain('SUMMARY:Booked · A1 · 2')
  })
})

describe('an address', () => {
  test('is the same each time it is asked for, and told in the list', async () => {
    const feed = await feedOf({ stationId })
    expect(await feedOf({ stationId })).toEqual(feed)
    expect((await ask<{ rows: CalendarFeed[] }>('GET', '/calendars')).body.rows).toEqual([feed])
    expect((await ask('POST', '/calendars', { stationId: face.newId() })).status).toBe(404)
    expect((await ask('POST', '/calendars', {})).status).toBe(400)
  })

  test('stops at once when it is renewed or closed, and no other begins to work', async () => {
    const feed = await feedOf({ stationId })
    const renewed = (await ask('POST', `/calendars/${feed.id}/renew`)).body
    expect((await fetch(feed.url)).status).toBe(404)
    expect((await fetch(renewed.url)).status).toBe(200)
    await ask('DELETE', `/calendars/${feed.id}`)
    expect((await fetch(renewed.url)).status).toBe(404)
    const opened = await feedOf({ stationId })
    expect([feed.url, renewed.url]).not.toContain(opened.url)
    expect((await fetch(opened.url)).status).toBe(200)
    expect((await ask('POST', `/calendars/${feed.id}/renew`)).status).toBe(404)
    const lines = await face.store.reads.find('journal', { noun: 'calendar' })
    expect(lines.toSorted((a, b) => a.id - b.id).map(({ act }) => act)).toEqual([
      'calendar.open',
      'calendar.renew',
      'calendar.close',
      'calendar.open',
    ])
  })

  test('lies neither in the database nor in the journal', async () => {
    const { url } = await feedOf({ stationId })
    const token = url.split('/').at(-1)?.replace('.ics', '') ?? ''
    const rows = [
      ...(await face.store.reads.find('calendarFeed', {})),
      ...(await face.store.reads.find('journal', {})),
    ]
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('that is nearly right, or nothing like one, opens nothing', async () => {
    const { url } = await feedOf({ stationId })
    const other = url.replace(/(.)\.ics$/, (_, last: string) => `${last === 'A' ? 'B' : 'A'}.ics`)
    const base = new URL(url).origin
    for (const wrong of [other, `${base}/calendar/`, `${base}/calendar/x.ics`, url.slice(0, -4)]) {
      const response = await fetch(wrong)
      expect([response.status, await response.text()]).toEqual([404, ''])
    }
  })
})

test('a token holds for one calendar, one generation and one hub', () => {
  const id = '01890000-0000-7000-8000-000000000001'
  const token = tokenOf('secret', { id, generation: 1 })
  expect(token).toHaveLength(48)
  expect(namedBy(token)).toBe(id)
  expect(namedBy(`${token}A`)).toBeNull()
  expect(opens('secret', { id, generation: 1 }, token)).toBe(true)
  expect(opens('secret', { id, generation: 2 }, token)).toBe(false)
  expect(opens('other', { id, generation: 1 }, token)).toBe(false)
})
