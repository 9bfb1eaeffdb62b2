import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { start } from './connector.ts'
import { demoDepot } from './depot.ts'
import { loadMemory, recall, saveMemory } from './memory.ts'
import { carryOut } from './session.ts'
import { simulationClock } from './simulation-clock.ts'
import { newStation } from './station.ts'
import type { Station } from './station.ts'

const { stations, drivers } = demoDepot('test')
const [spec] = stations
const MINUTE_MS = 60_000
const now = Date.now()
let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'laddplan-demo-'))
  file = join(folder, 'stations.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

function fresh(): Station {
  if (spec === undefined) throw new Error('no station')
  return newStation(spec, simulationClock(60, now), now, () => drivers)
}

/** A station with a car that charges at its first connector. */
function charging(): Station {
  const station = fresh()
  const [connector] = station.connectors
  if (connector === undefined) throw new Error('no connector')
  const { car, idTag } = connector.next
  const came = { car, idTag, cardAt: null, leavesAt: 1e15 }
  const guest = { ...came, card: 'shown', remote: false, asleep: false } as const
  carryOut(station, start({ ...connector, guest }, { key: 'k', idTag, startedAt: now }))
  return station
}

function restarted(after: number): Station {
  const memory = loadMemory(file)
  if (memory === null) throw new Error('nothing was saved')
  const station = fresh()
  recall(station, memory, now + after)
  return station
}

describe('a depot’s memory', () => {
  it('lets a session go on after a short stop', () => {
    const before = charging()
    before.passwords = [Buffer.from([0, 255, 7]), ...before.passwords]
    saveMemory(file, [before], now)
    const after = restarted(MINUTE_MS)
    expect(after.connectors).toEqual(before.connectors)
    expect(after.queue).toEqual(before.queue)
    expect(after.passwords.map((key) => Buffer.from(key))).toEqual(before.passwords)
  })

  it('ends a session as by a power cut after a long one, with the register and the time it had', () => {
    const before = charging()
    saveMemory(file, [before], now)
    const after = restarted(60 * MINUTE_MS)
    expect(after.connectors[0]?.session).toBeNull()
    expect(after.queue.entries.map(({ action }) => action)).toEqual([
      'StartTransaction',
      'StopTransaction',
    ])
    expect(after.queue.entries.at(-1)?.payload).toMatchObject({
      reason: 'PowerLoss',
      timestamp: new Date(now).toISOString(),
    })
  })

  it('is its user’s alone, for it holds keys', () => {
    saveMemory(file, [charging()], now)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('that can’t be read is none', () => {
    expect(loadMemory(file)).toBeNull()
    writeFileSync(file, '{"savedAt":')
    expect(loadMemory(file)).toBeNull()
  })
})
