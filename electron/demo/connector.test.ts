import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isStartable,
  pass,
  powerW,
  refuse,
  remoteStart,
  start,
  statusOf,
  stop,
} from './connector.ts'
import { idleConnector } from './connector.ts'
import type { Connector, Wish } from './connector.ts'
import { demoDepot } from './depot.ts'
import { outletMaxW } from './outlet.ts'
import type { Outlet } from './outlet.ts'
import { seededRandom } from './random.ts'
import { limited } from './smart-charging/limited.ts'
import { nextVisit } from './visit.ts'

const { drivers } = demoDepot('test')
const AC: Outlet = { kind: 'ac', phases: 3, maxCurrentA: 16 }
const MINUTE_MS = 60_000
const MANNER = { leaveReason: 'Local', counted: 1 } as const

function freeConnector(seed: string, outlet = AC): Connector {
  const visit = nextVisit(seededRandom(seed), outlet, drivers, 0, true)
  return idleConnector(1, outlet, 1_000_000, { ...visit, starts: 'card' })
}

/** Lets minutes pass until a wish of that kind comes, granting cards on the way. */
function until(
  kind: Wish['kind'],
  from: Connector,
): { connector: Connector; now: number; wish: Wish } {
  let connector = from
  for (let now = 0; now < 20 * 60 * MINUTE_MS; now += MINUTE_MS) {
    const passed = pass(connector, now, MINUTE_MS, MANNER)
    connector = passed.connector
    for (const wish of passed.wishes) {
      if (wish.kind === kind) return { connector, now, wish }
      if (wish.kind === 'authorize') {
        const session = { key: 'k', idTag: wish.idTag, startedAt: now }
        connector = start(connector, session).connector
      }
    }
  }
  throw new Error(`no ${kind} in twenty hours`)
}

describe('a connector that is limited', () => {
  const free = freeConnector('a')
  const car = { ...free.next.car, acPhases: 3 as const, acMaxCurrentA: 16 }
  const empty = { ...car, storedWh: 0, targetWh: 40_000, capacityWh: 50_000 }
  const { connector: shown, now } = until('authorize', {
    ...free,
    next: { ...free.next, car: empty },
  })
  const { idTag } = free.next
  const { connector: charging } = start(shown, { key: 'k', idTag, startedAt: now })
  const inA = (currentA: number, phases = 3) => ({ currentA, phases })

  it('gives what it may, on the phases it may', () => {
    expect(powerW(charging)).toBe(3 * 16 * 230)
    expect(powerW(limited(charging, inA(10)))).toBe(3 * 10 * 230)
    expect(powerW(limited(charging, inA(10, 1)))).toBe(10 * 230)
    expect(powerW(limited(charging, inA(32)))).toBe(3 * 16 * 230)
  })

  it('says that it holds the car back below 6 A, and lets it charge on from there', () => {
    const paused = limited(charging, inA(5.9))
    expect([powerW(paused), statusOf(paused)]).toEqual([0, 'SuspendedEVSE'])
    const later = pass(paused, now, 60 * MINUTE_MS, MANNER).connector
    expect(later.registerWh).toBe(charging.registerWh)
    expect(statusOf(limited(later, inA(6)))).toBe('Charging')
    expect(statusOf(limited(later, null))).toBe('Charging')
  })

  it('finds a car of some kinds asleep when it may charge again', () => {
    const { guest } = charging
    if (guest === null) throw new Error('no guest')
    const sleepy = { ...charging, guest: { ...guest, car: { ...guest.car, staysPaused: true } } }
    const awakened = limited(limited(sleepy, inA(0)), inA(16))
    expect([powerW(awakened), statusOf(awakened)]).toEqual([0, 'SuspendedEV'])
    expect(statusOf(limited(sleepy, inA(6)))).toBe('Charging')
  })
})

describe('a connector', () => {
  it('goes from Available over Preparing, Charging and Finishing to Available', () => {
    const seen = new Set([statusOf(freeConnector('a'))])
    let connector = freeConnector('a')
    for (let now = 0; now < 12 * 60 * MINUTE_MS; now += MINUTE_MS / 4) {
      const passed = pass(connector, now, MINUTE_MS / 4, MANNER)
      connector = passed.connector
      seen.add(statusOf(connector))
      for (const wish of passed.wishes) {
        if (wish.kind === 'freed') {
          expect(statusOf(connector)).toBe('Available')
          expect([...seen].filter((status) => status !== 'SuspendedEV')).toEqual([
            'Available',
            'Preparing',
            'Charging',
            'Finishing',
          ])
          return
        }
        if (wish.kind !== 'authorize') continue
        const session = { key: 'k', idTag: wish.idTag, startedAt: now }
        connector = start(connector, session).connector
      }
    }
    expect.unreachable('the car never left')
  })

  it('has a register that never goes down and a session that is the register’s growth', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 8 }), (seed) => {
        const { connector, wish } = until('stop', freeConnector(seed))
        if (wish.kind !== 'stop') expect.unreachable('another wish')
        expect(wish.session.meterStartWh).toBe(1_000_000)
        expect(wish.meterStopWh).toBe(Math.round(connector.registerWh))
        expect(wish.meterStopWh).toBeGreaterThanOrEqual(wish.session.meterStartWh)
        expect(powerW(connector)).toBe(0)
      }),
      { numRuns: 50 },
    )
  })

  it('never gives more power than it has', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 8 }), (seed) => {
        let { connector, now } = until('authorize', freeConnector(seed))
        const idTag = connector.guest?.idTag ?? ''
        connector = start(connector, { key: 'k', idTag, startedAt: 0 }).connector
        for (let step = 0; step < 100; step += 1) {
          const before = connector.registerWh
          now += MINUTE_MS
          connector = pass(connector, now, MINUTE_MS, MANNER).connector
          expect(powerW(connector)).toBeLessThanOrEqual(outletMaxW(AC))
          expect(connector.registerWh - before).toBeLessThanOrEqual(outletMaxW(AC) / 60 + 1e-6)
          expect(connector.registerWh).toBeGreaterThanOrEqual(before)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('lets nobody charge while it is inoperative or faulted', () => {
    const { connector, now } = until('authorize', freeConnector('b'))
    const session = { key: 'k', idTag: connector.guest?.idTag ?? '', startedAt: now }
    const closed = { ...connector, operative: false }
    const stuck = {
      ...connector,
      fault: { errorCode: 'ConnectorLockFailure' as const, until: now + MINUTE_MS },
    }
    expect(start(closed, session).connector.session).toBeNull()
    expect(start(stuck, session).connector.session).toBeNull()
    expect(statusOf(closed)).toBe('Unavailable')
    expect(statusOf(stuck)).toBe('Faulted')
    expect(statusOf(pass(stuck, now + MINUTE_MS, MINUTE_MS, MANNER).connector)).toBe('Preparing')
  })

  it('goes on charging when it is closed, and is Unavailable after', () => {
    const { connector, now } = until('authorize', freeConnector('c'))
    const idTag = connector.guest?.idTag ?? ''
    const charging = start(connector, { key: 'k', idTag, startedAt: now }).connector
    const closed = { ...charging, operative: false }
    expect(statusOf(closed)).toBe('Charging')
    expect(statusOf(stop(closed, now, 'Local').connector)).toBe('Unavailable')
  })

  it('sends a driver away whose card was refused', () => {
    const { connector, now } = until('authorize', freeConnector('d'))
    const refused = refuse(connector, connector.guest?.idTag ?? '', now)
    expect(isStartable(refused)).toBe(true)
    const later = pass(refused, now + 3 * MINUTE_MS, MINUTE_MS, MANNER)
    expect(later.wishes).toEqual([{ kind: 'freed' }])
    expect(statusOf(later.connector)).toBe('Available')
  })

  it('waits for a car after a remote start, and forgets it when none comes', () => {
    const free = { ...freeConnector('e'), next: nextVisit(seededRandom('e'), AC, drivers, 1e9) }
    const asked = remoteStart(free, 'DESK', 10_000, 120_000)
    if (asked === null) expect.unreachable('refused')
    expect(statusOf(asked.connector)).toBe('Preparing')
    const arrived = pass(asked.connector, 10_000, 1_000, MANNER).connector
    expect(arrived.guest?.idTag).toBe('DESK')
    expect(pass(arrived, 11_000, 1_000, MANNER).wishes).toEqual([
      { kind: 'authorize', idTag: 'DESK', remote: true },
    ])
    const late = { ...asked.connector, next: { ...free.next, arrivesAt: 200_000 } }
    expect(statusOf(pass(late, 120_000, 1_000, MANNER).connector)).toBe('Available')
  })

  it('refuses a remote start where a session runs', () => {
    const { connector, now } = until('authorize', freeConnector('f'))
    const idTag = connector.guest?.idTag ?? ''
    const charging = start(connector, { key: 'k', idTag, startedAt: now }).connector
    expect(remoteStart(charging, 'DESK', now, now)).toBeNull()
  })
})
