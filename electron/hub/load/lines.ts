import type { LoadScope } from '../../../shared/domain/load/load.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Reads } from '../store/reads.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import { BUILDING, keyOf, SITE } from './keys.ts'

export type LoadSplit = 'none' | 'feeder' | 'station' | 'connector' | 'phase'

/** A line that is asked for. */
export interface LineOf {
  /** As it is told: an id, `site` or `building`. */
  readonly key: string
  /** Under which key its quarters and days are kept. */
  readonly kept: string
  /** Under which keys its minutes are kept; those of a station are its meters'. */
  readonly minutes: readonly string[]
  /** Whether quarters of the hour that runs are in its minutes only. */
  readonly lags: boolean
}

/** Whose load is asked for, and by what it is split. */
export interface Whose {
  readonly scope: LoadScope
  readonly id?: Id | undefined
  readonly split: LoadSplit
}

/** The lines; what is left of `whole` once all others are taken from it comes as a line under `rest`. */
export interface Lines {
  readonly lines: readonly LineOf[]
  readonly rest: { readonly key: string; readonly whole: LineOf } | null
}

/** What is asked for and isn't there. */
export interface NoSuch {
  readonly noun: 'feeder' | 'station' | 'connector'
  readonly id: string
}

/** Which lines a question asks for; those of stations and feeders as they hang together now. */
export async function linesOf(reads: Reads, { scope, id, split }: Whose): Promise<Lines | NoSuch> {
  if (scope === 'building') return only(sumLine(BUILDING))
  if (scope === 'site') return splitWide(reads, sumLine(SITE), null, split)
  const missing = { noun: scope, id: id ?? '' }
  if (id === undefined) return missing
  switch (scope) {
    case 'feeder':
      if (!(await reads.get('feeder', id))) return missing
      return splitWide(reads, sumLine(id), id, split)
    case 'station': {
      if (!(await reads.get('station', id))) return missing
      const connectors = await reads.find('connector', { stationId: id })
      if (split !== 'connector') return only(stationLine(id, connectors))
      const own = connectors.filter(({ connectorId }) => connectorId !== 0)
      return { lines: own.map(connectorLine), rest: null }
    }
    case 'connector': {
      const connector = await reads.get('connector', id)
      return connector === undefined ? missing : only(connectorLine(connector))
    }
  }
}

/** @param feederId null for the whole site */
async function splitWide(
  reads: Reads,
  whole: LineOf,
  feederId: Id | null,
  split: LoadSplit,
): Promise<Lines> {
  if (split === 'none' || split === 'phase') return only(whole)
  if (split === 'feeder') {
    const feeders = await reads.find('feeder', { parentId: feederId })
    return {
      lines: feeders.map(({ id }) => sumLine(id)),
      rest: { key: feederId ?? SITE, whole },
    }
  }
  const stations = await stationsUnder(reads, feederId)
  const connectors = Map.groupBy(await reads.find('connector', {}), ({ stationId }) => stationId)
  const of = ({ id }: Station) => connectors.get(id) ?? []
  const lines =
    split === 'station'
      ? stations.map((station) => stationLine(station.id, of(station)))
      : stations.flatMap((station) =>
          of(station)
            .filter(({ connectorId }) => connectorId !== 0)
            .map(connectorLine),
        )
  return { lines, rest: null }
}

/** The stations on a feeder and on those below it, or all of the site; retired ones too, for what they once drew. */
async function stationsUnder(reads: Reads, feederId: Id | null): Promise<Station[]> {
  const stations = await reads.find('station', {})
  if (feederId === null) return stations
  const feeders = await reads.find('feeder', {})
  const under = new Set([feederId])
  for (let more = 1; more > 0;) {
    const found = feeders.filter(
      ({ id, parentId }) => parentId !== null && under.has(parentId) && !under.has(id),
    )
    for (const { id } of found) under.add(id)
    more = found.length
  }
  return stations.filter((station) => station.feederId !== null && under.has(station.feederId))
}

const only = (line: LineOf): Lines => ({ lines: [line], rest: null })

function sumLine(key: string): LineOf {
  return { key, kept: key, minutes: [key], lags: false }
}

function stationLine(id: Id, connectors: readonly Connector[]): LineOf {
  return { key: id, kept: id, minutes: connectors.map(keyOf), lags: true }
}

function connectorLine(connector: Connector): LineOf {
  const key = keyOf(connector)
  return { key: connector.id, kept: key, minutes: [key], lags: true }
}
