import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { type VisitingHub, visitingHub } from '../visit/test-bench/visiting-hub.ts'
import { type MessageKeeper, messageKeeper } from './message-keeper.ts'

// What a phone and the desk truly do, and what the driver is told of it.

let bench: VisitingHub
let messages: MessageKeeper
beforeEach(async () => {
  bench = await visitingHub()
  const { store, dir, secret } = bench.hub.face
  messages = messageKeeper({
    ...{ store, dataDir: dir, hubSecret: secret, clock: () => bench.hub.face.now },
    ...{ origin: () => 'https://charge.example.com', wakes: false },
    failed(error) {
      throw error
    },
  })
})
afterEach(async () => {
  await messages.close()
  await bench.close()
})

async function told(): Promise<string[]> {
  await bench.settle()
  await messages.look()
  await messages.send()
  const rows = await bench.hub.face.store.reads.find('message', {})
  return rows
    .filter(({ state }) => state === 'sent')
    .toSorted((one, other) => (one.sentAt ?? 0) - (other.sentAt ?? 0))
    .map(({ template }) => template)
}

function letters(): string[] {
  const folder = join(bench.hub.face.dir, 'outbox')
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
}

const desk = async (command: object) => {
  const { status } = await bench.hub.post('/bookings/apply', { commands: [command] })
  expect(status).toBe(200)
}

test('a booking is told of once it is paid, with the link that the phone has too', async () => {
  const { token } = await bench.book({ email: 'kim@example.com', plate: 'ABC 123' })
  expect(await told()).toEqual([])
  await bench.pay(token)
  expect(await told()).toEqual(['confirmed'])
  expect(letters()[0]).toContain(`https://charge.example.com/b/${token}`)
  expect(letters()[0]).toContain('for 10 kWh, about SEK')
})

test('the driver’s own change is not told back, and the desk’s is', async () => {
  const { token } = await bench.book({ email: 'kim@example.com' })
  await bench.pay(token)
  await told()
  const { revision } = await bench.phone(token).visit()
  await bench.phone(token).change({
    ...{ changes: { departsAt: bench.at(16) }, seenMinor: 3_200, revision: revision ?? 0 },
  })
  bench.hub.later(5 * MINUTE)
  expect(await told()).toEqual(['confirmed'])
  const [booking] = await bench.hub.face.store.reads.find('booking', {})
  const patch = { departsAt: bench.at(17) }
  await desk({ kind: 'change', id: booking?.id, patch })
  bench.hub.later(3 * MINUTE)
  expect(await told()).toEqual(['confirmed', 'changed'])
  await desk({ kind: 'change', id: booking?.id, patch: { note: 'Regular' } })
  bench.hub.later(3 * MINUTE)
  expect(await told()).toEqual(['confirmed', 'changed'])
})

test('a visit that the desk cancels is told with what goes back, once', async () => {
  const { token, visit } = await bench.book({ phone: '070-123 45 67', language: 'sv' })
  await bench.pay(token)
  await told()
  const { status } = await bench.hub.post(`/visits/${visit.id}/cancel`, { reason: 'Works' })
  expect(status).toBe(200)
  await told()
  bench.hub.later(HOUR)
  expect(await told()).toEqual(['confirmed', 'cancelled'])
  expect(letters().some((letter) => letter.includes('Du får tillbaka 32,00 kr'))).toBe(true)
})

test('a place that nobody paid for is told to be given back', async () => {
  await bench.book({ email: 'kim@example.com' })
  bench.hub.later(20 * MINUTE)
  await bench.settle()
  await bench.settle()
  expect(await told()).toEqual(['notPaid'])
})
