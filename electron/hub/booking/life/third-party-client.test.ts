import { RPCClient } from 'ocpp-rpc'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { eventually } from '../../ocpp/server/test-bench/eventually.ts'
import { wholeHub, type WholeHub } from '../../ocpp/server/test-bench/whole-hub.ts'

let hub: WholeHub
let charger: RPCClient
let stationId: string
const told: unknown[] = []

/** What these tests look at in an answer. */
interface Answer {
  id: string
  station: { id: string }
  key: { password: string }
  rows: Record<string, unknown>[]
}

async function api(method: string, path: string, body?: object): Promise<Answer> {
  const answer = await hub.api(method, path, body)
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body as Answer
}

beforeEach(async () => {
  hub = await wholeHub()
  const made = await api('POST', '/stations', { chargePointId: 'CP1' })
  stationId = made.station.id
  const options = {
    endpoint: hub.ocppUrl,
    identity: 'CP1',
    password: made.key.password,
    protocols: ['ocpp1.6'],
    strictMode: true,
    reconnect: false,
  }
  // Its types ask for every option although each has a default.
  charger = new RPCClient(options as unknown as ConstructorParameters<typeof RPCClient>[0])
  told.length = 0
  charger.handle(async ({ method, params }) => {
    told.push([method, params])
    return { status: 'Accepted' }
  })
  await charger.connect()
  await charger.call('BootNotification', { chargePointVendor: 'Third', chargePointModel: 'Party' })
  await status(1, 'Available')
  await status(2, 'Available')
})
afterEach(async () => {
  await charger.close({ force: true })
  await hub.stop()
})

const status = (connectorId: number, word: string) =>
  charger.call('StatusNotification', { connectorId, errorCode: 'NoError', status: word })
const start = async (connectorId: number, idTag: string, more: object = {}): Promise<number> => {
  const timestamp = new Date().toISOString()
  const payload = { connectorId, idTag, meterStart: 0, timestamp, ...more }
  const answer = (await charger.call('StartTransaction', payload)) as { transactionId: number }
  return answer.transactionId
}
const stop = (transactionId: number) =>
  charger.call('StopTransaction', {
    transactionId,
    meterStop: 900,
    timestamp: new Date().toISOString(),
  })
const book = (words: object = {}) =>
  api('POST', '/bookings', {
    stationId,
    connectorId: 1,
    arrivesAt: Date.now() + 5 * MINUTE,
    departsAt: Date.now() + 2 * HOUR,
    plate: 'ABC 123',
    idToken: 'CARD',
    ...words,
  })
const bookings = async () => (await api('GET', '/bookings')).rows

test('a booking is reserved at the charger of another project, moves, and is charged', async () => {
  const { id } = await book()
  const reserved = (connectorId: number, reservationId: unknown) => [
    'ReserveNow',
    expect.objectContaining({ connectorId, idTag: 'CARD', reservationId }),
  ]
  const [made] = await bookings()
  const number = made?.['reservationId']
  await eventually(() => expect(told).toEqual([reserved(1, number)]))
  await status(1, 'Reserved')
  await eventually(async () => expect(await bookings()).toMatchObject([{ reservation: 'held' }]))
  await api('POST', `/bookings/${id}/move`, { stationId, connectorId: 2 })
  await eventually(() =>
    expect(told.slice(1)).toEqual([
      ['CancelReservation', { reservationId: number }],
      reserved(2, number),
    ]),
  )
  await status(1, 'Available')
  await status(2, 'Reserved')

  await status(2, 'Preparing')
  expect(await bookings()).toMatchObject([{ id, state: 'arrived' }])
  const transaction = await start(2, 'card', { reservationId: number })
  await status(2, 'Charging')
  expect(await bookings()).toMatchObject([{ id, state: 'charging', reservation: 'released' }])
  await stop(transaction)
  await status(2, 'Finishing')
  expect(await bookings()).toMatchObject([{ id, state: 'finished' }])
  await status(2, 'Available')
  expect(await bookings()).toMatchObject([{ id, state: 'left', leftAt: expect.any(Number) }])
  // It left early, so the rest of its hour is another's to book.
  await book({ connectorId: 2, plate: 'DEF 456', idToken: 'OTHER' })
})

test('another’s car on a booked connector is a walk-up, and who booked is still awaited', async () => {
  const { id } = await book({ arrivesAt: Date.now() + 500 })
  await new Promise((resolve) => setTimeout(resolve, 600))
  await status(1, 'Preparing')
  const transaction = await start(1, 'OTHER')
  expect(await bookings()).toMatchObject([
    { id, state: 'confirmed' },
    { origin: 'walkUp', state: 'charging', idToken: 'OTHER' },
  ])
  const response = await api('GET', '/journal?noun=booking')
  expect(response.rows[0]).toMatchObject({ act: 'booking.walkUp', actor: 'charger CP1' })
  await stop(transaction)
  await status(1, 'Available')
  expect(await bookings()).toMatchObject([{ state: 'confirmed' }, { state: 'left' }])
})
