import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportKind } from '../../../shared/domain/import/kind.ts'
import type { FateCounts, RowFate } from '../../../shared/domain/import/fate.ts'
import { DAY, HOUR } from '../../../shared/time/instant.ts'
import { type RestFace, restFace } from '../rpc/test-bench/rest-face.ts'
import type { Store } from '../store/store.ts'

let face: RestFace
let store: Store

beforeEach(async () => {
  face = await restFace(Date.now())
  ;({ store } = face)
})
afterEach(() => face.close())

interface Answer {
  code: string
  message: string
  data: unknown
  counts: FateCounts
  rows: RowFate[]
  stopped: boolean
  mapping: Record<string, string>
}

const post = (path: string, body: object, key?: string) =>
  face.ask<Answer>(
    'POST',
    `/imports/${path}`,
    body,
    key === undefined ? {} : { 'idempotency-key': key },
  )

const refusedOf = ({ rows }: Answer) => rows.filter(({ fate }) => fate === 'refused')

const MANY = 5_000

/** A file of vehicles in which every hundredth row is broken, each in one of five ways. */
function vehiclesFile(): { text: string; broken: Map<number, string> } {
  const broken = new Map<number, string>()
  const breaks: [string, (plate: string) => string][] = [
    ['missing', () => ';Van;77'],
    ['tooLong', (plate) => `${plate} ${'x'.repeat(20)};Van;77`],
    ['notANumber', (plate) => `${plate};Van;many`],
    ['outOfRange', (plate) => `${plate};Van;9000`],
    ['duplicate', () => 'V 1;Van;77'],
  ]
  let text = 'regnr;namn;batteri (kWh)\r\n'
  for (let index = 0; index < MANY; index += 1) {
    const [code, write] = breaks[(index / 100) % 5] ?? []
    const plate = `V ${index}`
    if (index % 100 === 0 && code !== undefined && write !== undefined) {
      broken.set(index + 2, code)
      text += `${write(plate)}\r\n`
    } else text += `${plate};"Van ""${index}""";${40 + (index % 50)},5\r\n`
  }
  return { text, broken }
}

async function hundredConnectors(): Promise<void> {
  const unknown = {
    status: 'Unknown',
    errorCode: null,
    vendorErrorCode: null,
    info: null,
    statusAt: null,
    powerW: null,
    energyWh: null,
    currentDa: null,
    socPct: null,
    sampledAt: null,
    transactionId: null,
    standard: null,
    powerType: null,
    maxPowerW: null,
  } as const
  for (let number = 1; number <= 50; number += 1) {
    const made = await face.ask<{ station: { id: string } }>('POST', '/stations', {
      chargePointId: `CP-${number}`,
    })
    const { station } = made.body
    await store.work('test', (tx) => {
      for (const connectorId of [1, 2])
        tx.insert('connector', {
          id: tx.newId(),
          stationId: station.id,
          connectorId,
          ...unknown,
        })
    })
  }
}

/** A file of bookings, fifty a connector one after the other, in which every hundredth row is broken. */
function bookingsFile(): { text: string; broken: Map<number, string> } {
  const broken = new Map<number, string>()
  const day = Math.ceil(Date.now() / DAY) * DAY + DAY
  const at = (instant: number) => new Date(instant).toISOString().slice(0, 16).concat('Z')
  let text = 'reference,plate,charger,connector,arrives,departs,energy\n'
  for (let index = 0; index < MANY; index += 1) {
    const place = index % 100
    const slot = Math.floor(index / 100)
    const from = day + slot * 2 * HOUR
    const charger = `CP-${(place % 50) + 1}`
    const connector = place < 50 ? 1 : 2
    const row = [`B${index}`, `V ${index}`, charger, connector, at(from), at(from + HOUR), '7,4']
    if (place === 99) {
      const [code, column, value] = (
        [
          ['unknown', 2, 'CP-none'],
          ['noSuchConnector', 3, 7],
          ['notATime', 4, 'tomorrow'],
          ['departureBeforeArrival', 5, at(from - HOUR)],
          ['overlaps', 3, 1],
        ] as const
      )[slot % 5] ?? ['', 0, '']
      row[column] = value
      broken.set(index + 2, code)
    }
    text += `${row.map((cell) => (String(cell).includes(',') ? `"${cell}"` : cell)).join(',')}\n`
  }
  return { text, broken }
}

/** The reason a row is refused for, a booking's own where it is one. */
function codeOf({ problems: [problem] }: RowFate): string | undefined {
  return problem?.code === 'booking' ? problem.refusal.code : problem?.code
}

async function expectLandsOnce(
  kind: ImportKind,
  { text, broken }: { text: string; broken: Map<number, string> },
): Promise<void> {
  const table = kind === 'booking' ? 'booking' : 'vehicle'
  const preview = await post('preview', { kind, text })
  expect(preview.status).toBe(200)
  expect(new Map(refusedOf(preview.body).map((row) => [row.line, codeOf(row)]))).toEqual(broken)
  expect(preview.body.counts).toEqual({ create: MANY - 50, change: 0, same: 0, refused: 50 })
  expect(await store.reads.find(table, {})).toEqual([])

  const first = await post('apply', { kind, text })
  expect(first.body).toMatchObject({ counts: preview.body.counts, stopped: false })
  expect(refusedOf(first.body)).toEqual(refusedOf(preview.body))
  const landed = await store.reads.find(table, {})
  expect(landed).toHaveLength(MANY - 50)

  const again = await post('apply', { kind, text })
  expect(again.body.counts).toEqual({ create: 0, change: 0, same: MANY - 50, refused: 50 })
  expect(await store.reads.find(table, {})).toEqual(landed)
  const lines = await store.reads.find('journal', { noun: 'import' })
  expect(lines).toMatchObject([{ act: 'import.apply', after: { kind, create: MANY - 50 } }])
  const own = await store.reads.find('journal', { noun: table })
  expect(own).toHaveLength(MANY - 50)
}

test('of 5,000 vehicles the broken rows are named and the good ones land once, however often they come', async () => {
  await expectLandsOnce('vehicle', vehiclesFile())
}, 60_000)

test('of 5,000 bookings the broken rows are named and the good ones land once, however often they come', async () => {
  await hundredConnectors()
  await expectLandsOnce('booking', bookingsFile())
}, 60_000)

test('a booking of ours is held to its vehicle, and what a row says of it again changes it', async () => {
  await post('apply', { kind: 'vehicle', text: 'plate\nABC 123\n' })
  const file = (note: string) => ({
    kind: 'booking',
    text: `reference,plate,arrives,departs,note\nB1,abc123,2099-01-01 10:00,2099-01-01 12:00,${note}\n`,
  })
  await post('apply', file('first'))
  expect((await post('apply', file('second'))).body).toMatchObject({
    counts: { change: 1 },
    rows: [{ fields: ['note'] }],
  })
  const [vehicle] = await store.reads.find('vehicle', {})
  expect(await store.reads.find('booking', {})).toMatchObject([
    { vehicleId: vehicle?.id, plate: '', note: 'second', origin: 'import', revision: 1 },
  ])
})

test('tokens land once by their text, linked to the vehicle of their plate', async () => {
  await post('apply', { kind: 'vehicle', text: 'plate\nABC 123\n' })
  const file = {
    kind: 'idToken',
    text: 'token;label;plate;last day\nCARD1;Kim;abc-123;2026-12-31\nCARD2;;NONE 1;\ncard1;x;;\n',
  }
  expect((await post('apply', file)).body.rows).toMatchObject([
    { fate: 'create' },
    { problems: [{ code: 'unknown', field: 'vehicleId', value: 'NONE 1' }] },
    { problems: [{ code: 'duplicate', otherLine: 2 }] },
  ])
  expect((await post('apply', file)).body.counts).toMatchObject({ create: 0, same: 1 })
  const [vehicle] = await store.reads.find('vehicle', {})
  expect(await store.reads.find('idToken', {})).toMatchObject([
    { idToken: 'CARD1', label: 'Kim', vehicleId: vehicle?.id },
  ])
})

test('a call that comes again under its Idempotency-Key gets the answer of the first', async () => {
  const file = { kind: 'vehicle', text: 'plate\nABC 123\n' }
  const first = await post('apply', file, 'import-1')
  expect(first.body.counts.create).toBe(1)
  expect(await post('apply', file, 'import-1')).toEqual(first)
  expect(await post('apply', { ...file, text: 'plate\nDEF 456\n' }, 'import-1')).toMatchObject({
    status: 422,
    body: { code: 'IDEMPOTENCY_KEY_REUSED' },
  })
})

test('an import can be asked how far it is and be stopped; the same file then does the rest', async () => {
  const { text } = vehiclesFile()
  const id = face.newId()
  const under = `/imports/${id}`
  const applying = post('apply', { kind: 'vehicle', text, id })
  const doneSoFar = async (): Promise<number> => {
    const { body } = await face.ask<{ done?: number }>('GET', under)
    return body.done ?? 0
  }
  while ((await doneSoFar()) === 0);
  await face.ask('POST', `${under}/stop`)
  const { body } = await applying
  expect(body.stopped).toBe(true)
  expect(body.rows.length).toBeLessThan(MANY)
  expect(await face.ask('GET', under)).toMatchObject({ status: 404 })
  const landed = await store.reads.find('vehicle', {})
  expect(landed).toHaveLength(body.counts.create)
  const rest = await post('apply', { kind: 'vehicle', text })
  expect(rest.body.counts).toMatchObject({ same: landed.length })
  expect(await store.reads.find('vehicle', {})).toHaveLength(MANY - 50)
})

test('a file that can’t be read is refused with why, and the columns can be told', async () => {
  expect(await post('preview', { kind: 'vehicle', text: 'colour\nred\n' })).toMatchObject({
    status: 422,
    body: { code: 'FILE_UNREADABLE', data: { code: 'unmapped', fields: ['plate'] } },
  })
  const mapping = { plate: 'colour' }
  expect(await post('preview', { kind: 'vehicle', text: 'colour\nred\n', mapping })).toMatchObject({
    body: { counts: { create: 1 } },
  })
  const many = { kind: 'vehicle', text: `plate\n${'A\n'.repeat(20_001)}` }
  expect((await post('apply', many)).body.data).toMatchObject({ code: 'tooManyRows' })
  const huge = { kind: 'vehicle', text: 'x'.repeat(9 * 1024 * 1024) }
  expect((await post('preview', huge)).status).toBe(413)
})
