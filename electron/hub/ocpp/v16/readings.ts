import type { Connector } from '../../../../shared/domain/connector/connector.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import { powerBetween } from '../../../../shared/domain/metering/derived-power.ts'
import type { MeterReading } from '../../../../shared/domain/metering/meter-reading.ts'
import { progress, sampledAt } from '../../../../shared/domain/transaction/progress.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import type { Writes } from '../../store/writes.ts'

/** Columns that are there already stay, so a reading that comes in parts grows and one that comes twice doesn't. */
const STORE = `
  insert into meterSample (stationId, connectorId, measuredAt, context, transactionId, receivedAt,
    energyWh, powerW, socPct, currentL1Da, currentL2Da, currentL3Da, other, notes)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict do update set
    energyWh = coalesce(energyWh, excluded.energyWh), powerW = coalesce(powerW, excluded.powerW),
    socPct = coalesce(socPct, excluded.socPct), currentL1Da = coalesce(currentL1Da, excluded.currentL1Da),
    currentL2Da = coalesce(currentL2Da, excluded.currentL2Da),
    currentL3Da = coalesce(currentL3Da, excluded.currentL3Da),
    other = json_patch(excluded.other, other)`

/** Stores readings of a connector, within a transaction or outside any. The same reading twice is one. */
export function storeReadings(
  tx: Writes,
  place: { stationId: Id; connectorId: number; transactionId: Id | null },
  readings: readonly MeterReading[],
): void {
  for (const reading of readings) {
    const { currentDa } = reading
    const phaseless = currentDa.l1 === null && currentDa.l2 === null && currentDa.l3 === null
    tx.sql(STORE, [
      place.stationId,
      place.connectorId,
      reading.measuredAt,
      reading.context,
      place.transactionId ?? '',
      reading.receivedAt,
      reading.energyWh,
      reading.powerW,
      reading.socPct,
      phaseless ? currentDa.all : currentDa.l1,
      currentDa.l2,
      currentDa.l3,
      JSON.stringify(othersOf(reading)),
      JSON.stringify(reading.notes),
    ])
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

const LAST_REGISTER = `
  select measuredAt, energyWh from meterSample
    where stationId = ? and connectorId = ? and measuredAt < ? and energyWh is not null
    order by measuredAt desc limit 1`

/** Readings with the mean power since the register before, where the charger tells energy and no power. */
export function withMeanPower(
  tx: Writes,
  { stationId, connectorId }: Connector,
  readings: readonly MeterReading[],
): readonly MeterReading[] {
  if (readings.some(({ powerW }) => powerW !== null)) return readings
  return readings.map((reading) => {
    const { energyWh, measuredAt } = reading
    if (energyWh === null) return reading
    const [last] = tx.sql(LAST_REGISTER, [stationId, connectorId, measuredAt])
    if (last === undefined) return reading
    const before = { measuredAt: Number(last['measuredAt']), energyWh: Number(last['energyWh']) }
    const powerW = powerBetween(before, { measuredAt, energyWh })
    return powerW === null
      ? reading
      : { ...reading, powerW, notes: [...reading.notes, 'powerDerived'] }
  })
}

/** Shows on the connector what was measured last, whatever the order in which readings come. */
export async function showOnConnector(
  tx: Writes,
  connector: Connector,
  readings: readonly MeterReading[],
): Promise<void> {
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
  await tx.change('connector', connector, shown)
}

/** The start of a transaction has come after its stop: what the stop brought now has a connector. */
export function moveReadings(
  tx: Writes,
  { id, stationId }: Transaction,
  connectorId: number,
): void {
  tx.sql(
    `update or ignore meterSample set connectorId = ?
      where stationId = ? and connectorId = 0 and transactionId = ?`,
    [connectorId, stationId, id],
  )
}

/** Carries readings into their transaction. */
export async function advance(
  tx: Writes,
  transaction: Transaction,
  readings: readonly MeterReading[],
): Promise<void> {
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
  await tx.change('transaction', transaction, patch)
}
