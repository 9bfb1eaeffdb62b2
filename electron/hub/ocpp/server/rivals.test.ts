import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from './test-bench/eventually.ts'
import { type Served, served } from './test-bench/served.ts'
import { refusal } from './test-bench/wire-charger.ts'

let wire: Served
beforeEach(async () => {
  wire = await served()
})
afterEach(() => wire.stop())

describe('a second connection with the same id', () => {
  test('is refused while the first one pongs, and that is told', async () => {
    const first = await wire.join()
    expect((await refusal(wire.join())).status).toBe(409)
    expect(wire.desk.rivals).toEqual(['CP1'])
    expect(await first.call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
  })

  test('takes the place of one that is silent, whose close then harms nobody', async () => {
    const first = await wire.join({ client: { autoPong: false } })
    const second = await wire.join()
    expect(await second.call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
    expect(await first.closed).toBe(1006)
    expect(wire.hub.server.connected).toBe(2)
    expect(wire.desk.departures).toMatchObject([{ chargePointId: 'CP1', reason: 'replaced' }])
    const outcome = wire.hub.server.call('CP1', 'ClearCache', {})
    const [, uniqueId] = await second.next()
    second.send(JSON.stringify([3, uniqueId, { status: 'Accepted' }]))
    expect(await outcome).toMatchObject({ kind: 'result' })
  })

  test('with a wrong password does not even make the first one be asked', async () => {
    const first = await wire.join({ client: { autoPong: false } })
    expect((await refusal(wire.join({ password: 'wrong' }))).status).toBe(401)
    expect(await first.call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
  })

  test('of several that wait for a silent one only the newest comes in', async () => {
    await wire.join({ client: { autoPong: false } })
    const before = wire.desk.attempts.length
    const older = refusal(wire.join())
    await eventually(() => expect(wire.desk.attempts).toHaveLength(before + 1))
    const newest = wire.join()
    expect((await older).status).toBe(409)
    expect(await (await newest).call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
    expect(wire.desk.rivals).toEqual([])
  })
})
