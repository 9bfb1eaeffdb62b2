import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from './test-bench/eventually.ts'
import { manualTimers, type ManualTimers } from './test-bench/manual-timers.ts'
import { type Served, served } from './test-bench/served.ts'

let wire: Served
beforeEach(async () => {
  wire = await served()
})
afterEach(() => wire.stop())

describe('silence', () => {
  let timers: ManualTimers

  beforeEach(async () => {
    await wire.hub.stop()
    timers = manualTimers()
    await wire.serveAgain({ timers })
    wire.desk.departures.length = 0
  })

  test('from a socket for two pings’ time means that it is dead', async () => {
    const silent = await wire.join({ client: { autoPong: false } })
    timers.pass(25_000)
    await eventually(() => expect([...wire.hub.server.chargers()].filter(heard)).toHaveLength(1))
    timers.pass(25_000)
    expect(await silent.closed).toBe(1006)
    expect(wire.desk.departures).toMatchObject([{ chargePointId: 'CP1', reason: 'dead' }])
    expect(wire.hub.server.connected).toBe(1)
  })
})

const heard = (charger: object): boolean => 'heardFrom' in charger && charger.heardFrom === true
