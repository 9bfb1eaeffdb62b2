import type { LiveRows } from '../../../shared/contract/live.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { needWh } from '../../../shared/domain/booking/need.ts'
import { holdingStates } from '../../../shared/domain/booking/states.ts'
import type { PlanLine } from '../../../shared/domain/planning/stored-plan.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { toldBaseW } from '../../features/load/base-line.ts'

const SLOT = 15 * MINUTE
const SLOTS = 36 * 4

/** A small workshop beside the chargers. */
const weekdayW = [
  ...[4, 4, 4, 4, 4, 6, 12, 18, 20, 21, 21, 20],
  ...[18, 20, 21, 20, 17, 12, 9, 8, 7, 6, 5, 4],
]

/** What each slot still has room for, W, and what is planned in it. */
interface Room {
  readonly startsAt: number
  readonly limitW: number[] | null
  readonly baseW: number[]
  readonly plannedW: number[]
}

/** A plan for the cars of the next day and a half, first come first served, under the limits there are. */
export function seedPlanning(rows: LiveRows, now: number): void {
  const [site] = rows.site
  if (site === undefined || rows.station.length === 0) return
  const scale = (site.gridLimitW ?? 100_000) / 100
  if (site.baseLoad.kind === 'none')
    site.baseLoad = {
      kind: 'profile',
      weekdayW: weekdayW.map((share) => Math.round(share * scale)),
      weekendW: weekdayW.map(() => Math.round(4 * scale)),
    }
  const startsAt = Math.floor(now / SLOT) * SLOT
  const baseW = slots((at) => toldBaseW(site.baseLoad, at, site.timeZone) ?? 0, startsAt)
  const room: Room = {
    startsAt,
    limitW:
      site.gridLimitW === null
        ? null
        : slots((at) => Math.round(limitAt(rows, at, site.gridLimitW ?? 0) * 0.95), startsAt),
    baseW,
    plannedW: [...baseW],
  }
  const ahead = rows.booking
    .filter(
      (row) =>
        holdingStates.has(row.state) &&
        row.stationId !== null &&
        row.departsAt > now &&
        row.arrivesAt < startsAt + SLOTS * SLOT,
    )
    .toSorted((a, b) => a.departsAt - b.departsAt)
  for (const booking of ahead) rows.planLine.push(...lineOf(rows, booking, room, now))
  rows.plan.push({
    id: 'plan',
    plannedAt: now - 20_000,
    startsAt,
    slotMs: SLOT,
    baseW,
    limitW: room.limitW,
    plannedW: room.plannedW,
    peakW: Math.max(...room.plannedW),
    provenPeakW: Math.round(Math.max(...room.plannedW) * 0.93),
    cost: null,
    critical: [],
    unmet: rows.planLine.filter(({ shortfallWh }) => shortfallWh > 0).length,
  })
}

function lineOf(rows: LiveRows, booking: Booking, room: Room, now: number): PlanLine[] {
  const { stationId, connectorId, departsAt, transactionId, need } = booking
  if (stationId === null || connectorId === null) return []
  const received = rows.transaction.find(({ id }) => id === transactionId)?.energyWh ?? 0
  const needed = need === null ? null : needWh(need)
  const remainingWh = Math.max(0, (needed ?? 30_000) - received)
  const vehicle = rows.vehicle.find(({ id }) => id === booking.vehicleId)
  const maxW = Math.min(22_000, vehicle?.maxAcW ?? 11_000)
  const powers: [number, number][] = []
  let left = remainingWh
  let readyAt: number | null = remainingWh === 0 ? now : null
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const at = room.startsAt + slot * SLOT
    if (at + SLOT <= Math.max(now, booking.arrivesAt) || at >= departsAt) continue
    const free = Math.max(0, (room.limitW?.[slot] ?? Infinity) - (room.plannedW[slot] ?? 0))
    const wished = Math.min(maxW, free, (left * HOUR) / SLOT)
    // Below 6 A on one phase nothing flows.
    const powerW = wished < 1_380 && left > 345 ? 0 : Math.round(wished)
    room.plannedW[slot] = (room.plannedW[slot] ?? 0) + powerW
    left = Math.max(0, left - (powerW * SLOT) / HOUR)
    if (powers.at(-1)?.[1] !== powerW) powers.push([Math.max(now, at), powerW])
    if (left < 1 && readyAt === null) readyAt = at + SLOT
  }
  const shortfallWh = needed === null || left < 1 ? 0 : Math.round(left)
  const windowWh = (maxW * Math.max(0, departsAt - Math.max(now, booking.arrivesAt))) / HOUR
  return [
    {
      id: booking.id,
      stationId,
      connectorId,
      transactionId,
      departsAt,
      promised: booking.state !== 'requested',
      needWh: needed,
      remainingWh: Math.round(remainingWh),
      maxW,
      powers,
      readyAt: shortfallWh > 0 ? null : readyAt,
      shortfallWh,
      because: shortfallWh === 0 ? null : windowWh < remainingWh ? 'window' : 'limit',
      critical: [],
    },
  ]
}

function limitAt(rows: LiveRows, at: number, gridLimitW: number): number {
  const lower = rows.temporaryLimit.filter((row) => row.from <= at && at < row.until)
  return Math.min(gridLimitW, ...lower.map(({ limitW }) => limitW))
}

function slots(valueAt: (at: number) => number, startsAt: number): number[] {
  return Array.from({ length: SLOTS }, (_, slot) => valueAt(startsAt + slot * SLOT))
}
