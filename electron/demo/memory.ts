import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { stopSession } from './session.ts'
import type { Connector } from './connector.ts'
import type { Station } from './station.ts'
import { savedProfiles } from './smart-charging/profiles.ts'
import { savedQueue } from './transaction-queue.ts'

/**
 * What a depot keeps over a restart of the demo: keys, registers, cars, unsent messages. The
 * connectors are our own plain data; only their shape's marker is checked.
 */
const saved = z.object({
  savedAt: z.number(),
  simulatedAt: z.number(),
  stations: z.record(
    z.string(),
    z.object({
      passwords: z.array(z.string()),
      cache: z.array(z.string()),
      queue: savedQueue,
      // A depot saved before there were profiles holds none.
      profiles: savedProfiles.default([]),
      connectors: z.array(
        z.custom<Connector>(
          (value) => z.object({ id: z.int(), registerWh: z.number() }).safeParse(value).success,
        ),
      ),
    }),
  ),
})
export type Memory = z.infer<typeof saved>

/** A gap shorter than this looks like a lost line; a longer one is a power cut and ends the sessions. */
const OUTAGE_MS = 15 * 60_000

/** Reads what was saved; null when there is nothing to be read. */
export function loadMemory(file: string): Memory | null {
  try {
    return saved.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** Saves the depot, whole or not at all. The file holds keys and is the user's alone. */
export function saveMemory(file: string, stations: readonly Station[], realNow: number): void {
  const [first] = stations
  if (first === undefined) return
  const memory: Memory = {
    savedAt: realNow,
    simulatedAt: first.clock.at(realNow),
    stations: Object.fromEntries(
      stations.map((station) => [
        station.spec.chargePointId,
        {
          passwords: station.passwords.map((key) => Buffer.from(key).toString('base64')),
          cache: [...station.cache],
          queue: station.queue,
          profiles: station.profiles,
          connectors: station.connectors,
        },
      ]),
    ),
  }
  writeFileSync(`${file}.new`, JSON.stringify(memory), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** Gives a new station what its predecessor knew. */
export function recall(station: Station, memory: Memory, realNow: number): void {
  const own = memory.stations[station.spec.chargePointId]
  if (own === undefined || own.connectors.length !== station.connectors.length) return
  station.passwords = own.passwords.map((key) => Buffer.from(key, 'base64'))
  station.cache = new Set(own.cache)
  station.queue = own.queue
  station.profiles = own.profiles
  // A depot saved before there were reservations holds none.
  station.connectors = own.connectors.map((connector) => ({
    ...connector,
    reservation: connector.reservation ?? null,
    allowance: null,
  }))
  if (realNow - memory.savedAt < OUTAGE_MS) return
  for (const { id } of station.connectors) stopSession(station, id, 'PowerLoss', memory.savedAt)
}
