import { gapOf, type LoadSample, type Meter, type Span } from '../../../shared/domain/load/meter.ts'
import type { Neighbours } from '../../../shared/domain/load/touched.ts'
import type { BuildingReading } from '../store/load-rows.ts'
import type { Sql } from './kept.ts'
import { USUAL_MS } from './look.ts'

/** Keeps what the building's meter told; the same moment told again counts as it is told last. */
export function keepReadings(tx: Sql, readings: readonly BuildingReading[]): void {
  for (const { measuredAt, receivedAt, powerW, ...currents } of readings)
    tx.sql(
      `insert or replace into buildingReading
        (measuredAt, receivedAt, powerW, currentL1Da, currentL2Da, currentL3Da) values (?, ?, ?, ?, ?, ?)`,
      [
        measuredAt,
        receivedAt,
        powerW,
        currents.currentL1Da,
        currents.currentL2Da,
        currents.currentL3Da,
      ],
    )
}

/** The latest reading, whatever its age; null before the first. */
export function latestReading(tx: Sql): BuildingReading | null {
  const [row] = tx.sql('select * from buildingReading order by measuredAt desc limit 1', [])
  return row === undefined ? null : (row as unknown as BuildingReading) // all its columns
}

/** The building as a meter that tells nothing but powers. */
export function buildingAround(tx: Sql, { from, until }: Span): Pick<Meter, 'samples' | 'since'> {
  const gapMs = gapOf(USUAL_MS)
  const rows = tx.sql('select * from buildingReading where measuredAt between ? and ?', [
    from - gapMs,
    until + gapMs,
  ]) as unknown as BuildingReading[] // all its columns
  const [first] = tx.sql('select measuredAt from buildingReading order by measuredAt limit 1', [])
  return {
    samples: rows.map((row): LoadSample => ({ ...row, transactionId: '', energyWh: null })),
    since: Number(first?.['measuredAt'] ?? Infinity),
  }
}

/** It has no registers, and the reading after. */
export function buildingNeighbours(tx: Sql, { until }: Span): Neighbours {
  const [row] = tx.sql(
    'select measuredAt from buildingReading where measuredAt > ? order by measuredAt limit 1',
    [until],
  )
  const after = row === undefined ? null : Number(row['measuredAt'])
  return { registerBefore: null, registerAfter: null, after }
}
