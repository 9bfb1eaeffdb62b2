import type { Connector } from '../../../../shared/domain/connector/connector.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import { powerBetween } from '../../../../shared/domain/metering/derived-power.ts'
import type { MeterReading } from '../../../../shared/domain/metering/meter-reading.ts'
import { progress, sampledAt } from '../../../../shared/domain/transaction/progress.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import type { Writes } from '../../store/writes.ts'

/** Stores readings of a connector, within a transaction or outside any. The same reading twice is one. */
export function storeReadings(
  tx: Writes,
  place: { stationId: Id; connectorId: number; transactionId: Id | null },
  readings: readonly MeterReading[],
): void {
  for (const reading of readings) {
    const { currentDa } = reading
    const phaseless = currentDa.l1 === null && currentDa.l2 === null && currentDa.l3 === null
    tx.defer('meterSample', {
      stationId: place.stationId,
      connectorId: place.connectorId,
      measuredAt: reading.measuredAt,
      context: reading.context,
      transactionId: place.transactionId ?? '',
      receivedAt: reading.receivedAt,
      energyWh: reading.energyWh,
      powerW: reading.powerW,
      socPct: reading.socPct,
      currentL1Da: phaseless ? currentDa.all : currentDa.l1,
      currentL2Da: currentDa.l2,
      currentL3Da: currentDa.l3,
      other: othersOf(reading),
      notes: [...reading.notes],
    })
  }
}

/** What has no column of its own, by name; nothing is written for what was not told. */
function othersOf(reading: MeterReading): Record<string, unknown> {
  const others: Record<string, unknown> = {}
  const { voltageV, frequencyHz, temperatureC, offeredW, offeredDa, currentDa } = reading
  for (const phase of ['all', 'l1', 'l2', 'l3'] as const) {
    if (voltageV[phase] !== null) others[`voltage.${phase} V`] = voltageV[phase]
  }
  if (currentDa.neutral !== null) others['current.neutral 0.1 A'] = currentDa.neutral
  if (frequencyHz !== null) others['frequency Hz'] = frequencyHz
  if (temperatureC !== null) others['temperature °C'] = temperatureC
  if (offeredW !== null) others['power.offered W'] = offeredW
  if (offeredDa !== null) others['current.offered 0.1 A'] = offeredDa
  for (const { measurand, phase, location, unit, value } of reading.other) {
    others[
      [measurand, phase, location === 'Outlet' ? null : location, unit].filter(Boolean).join(' ')
    ] = value
  }
  return others
}

/**
 * Readings with the mean power since the register before, where the charger tells energy and no power. What was
 * measured before what the connector shows already gets none.
 */
export function withMeanPower(
  connector: Connector,
  readings: readonly MeterReading[],
): readonly MeterReading[] {
  if (readings.some(({ powerW }) => powerW !== null)) return readings
  let { energyWh: lastWh, sampledAt: lastAt } = connector
  return readings.map((reading) => {
    const { energyWh } = reading
    const at = sampledAt(reading)
    if (energyWh === null || (lastAt !== null && at <= lastAt)) return reading
    const before =
      lastAt === null || lastWh === null ? null : { measuredAt: lastAt, energyWh: lastWh }
    lastWh = energyWh
    lastAt = at
    const powerW = before === null ? null : powerBetween(before, { measuredAt: at, energyWh })
    return powerW === null
      ? reading
      : { ...reading, powerW, notes: [...reading.notes, 'powerDerived'] }
  })
}

/** Shows on the connector what was measured last, whatever the order in which readings come. */
export function showOnConnector(
  tx: Writes,
  connector: Connector,
  readings: readonly MeterReading[],
): void {
  let shown: Partial<Connector> = {}
  let shownAt = connector.sampledAt
  for (const reading of readings) {
    const at = sampledAt(reading)
    if (shownAt !== null && at < shownAt) continue
    shownAt = at
    const { l1, l2, l3, all } = reading.currentDa
    const phases = [l1, l2, l3, all].filter((current) => current !== null)
    shown = {
      ...shown,
      ...(reading.powerW === null ? {} : { powerW: reading.powerW }),
      ...(reading.energyWh === null ? {} : { energyWh: reading.energyWh }),
      ...(reading.socPct === null ? {} : { socPct: reading.socPct }),
      ...(phases.length === 0 ? {} : { currentDa: Math.max(...phases) }),
      ...(reading.powerW === null && reading.energyWh === null ? {} : { sampledAt: at }),
    }
  }
  tx.change('connector', connector, shown)
}

/** The start of a transaction has come after its stop: what the stop brought now has a connector. */
export function moveReadings(
  tx: Writes,
  { id, stationId }: Transaction,
  connectorId: number,
): void {
  tx.placeDeferred()
  tx.sql(
    `update or ignore meterSample set connectorId = ?
      where stationId = ? and connectorId = 0 and transactionId = ?`,
    [connectorId, stationId, id],
  )
}

/** Carries readings into their transaction. */
export function advance(
  tx: Writes,
  transaction: Transaction,
  readings: readonly MeterReading[],
): void {
  let advanced = transaction
  for (const reading of readings) advanced = { ...advanced, ...progress(advanced, reading) }
  const { state: _, id: __, ...columns } = advanced
  const patch: Partial<Transaction> = {}
  const { energyWh, powerW, socPct, sampledAt: at, meterStopWh, notes } = columns
  if (energyWh !== transaction.energyWh) patch.energyWh = energyWh
  if (powerW !== transaction.powerW) patch.powerW = powerW
  if (socPct !== transaction.socPct) patch.socPct = socPct
  if (at !== transaction.sampledAt) patch.sampledAt = at
  if (meterStopWh !== transaction.meterStopWh) patch.meterStopWh = meterStopWh
  if (notes !== transaction.notes) patch.notes = notes
  tx.change('transaction', transaction, patch)
}
