import type { PlanningOutlook } from '../../../../shared/contract/planning.ts'
import { SLOT_MS, slotAt, startOfSlot } from '../../../../shared/domain/demand/slots.ts'
import type { LoadCurve } from '../../../../shared/domain/load/load.ts'
import type { StoredPlan } from '../../../../shared/domain/planning/stored-plan.ts'
import { baseOver } from '../../../../shared/domain/site/base-over.ts'
import { limitOver, UNLIMITED_W } from '../../../../shared/domain/site/limit-over.ts'
import type { Site } from '../../../../shared/domain/site/site.ts'
import type { TemporaryLimit } from '../../../../shared/domain/site/temporary-limit.ts'
import { HOUR, type Instant } from '../../../../shared/time/instant.ts'

/** A value a slot, W; null where nothing is known or nothing limits. */
export type SlotValues = readonly (number | null)[]

/** What is known of the site's load over a stretch of time, in the slots of the plan. */
export interface LoadPicture {
  /** Counted from the epoch, see `slots.ts`. */
  readonly firstSlot: number
  readonly slots: number
  /** Cars and building together. */
  readonly measuredW: SlotValues
  /** Cars and building together. */
  readonly plannedW: SlotValues
  readonly baseW: SlotValues
  readonly limitW: SlotValues
  /** No plan that delivers as much has a lower peak; over the slots it is proven for. */
  readonly proven: ProvenMinimum | null
}

export interface ProvenMinimum {
  readonly powerW: number
  readonly fromSlot: number
  readonly untilSlot: number
}

/** A plan, or an outlook of how it will be. */
export type PlannedLoad = Pick<
  PlanningOutlook,
  'startsAt' | 'slotMs' | 'baseW' | 'plannedW' | 'provenPeakW'
>

export interface PictureSources {
  readonly site: Site
  readonly temporaryLimits: readonly TemporaryLimit[]
  readonly plan: StoredPlan | null
  /** Further ahead than the plan; null while it isn't wanted or hasn't come. */
  readonly outlook: PlannedLoad | null
  /** What the cars drew, in steps of a slot or longer ones. */
  readonly measured: LoadCurve | null
  /** What the building drew where a meter tells it. */
  readonly building: LoadCurve | null
  readonly now: Instant
  /** What the cars draw now. */
  readonly carsNowW: number
}

/** Less of a step than this is too little to say what was drawn in it, %. */
const LEAST_KNOWN_PCT = 50

/** Puts together what is known from `from` until `until`. */
export function loadPicture(sources: PictureSources, from: Instant, until: Instant): LoadPicture {
  const firstSlot = Math.floor(slotAt(from))
  const slots = Math.max(1, Math.ceil(slotAt(until)) - firstSlot)
  const baseW = baseLine(sources, firstSlot, slots)
  return {
    firstSlot,
    slots,
    baseW,
    measuredW: measuredLine(sources, firstSlot, slots, baseW),
    plannedW: plannedLine(sources, firstSlot, slots, 'plannedW'),
    limitW: limitLine(sources, firstSlot, slots),
    proven: provenMinimum(sources, firstSlot, slots),
  }
}

/** What a slot holds of a line; null outside of the picture. */
export function valueIn(
  { firstSlot }: Pick<LoadPicture, 'firstSlot'>,
  values: SlotValues,
  slot: number,
): number | null {
  return values[slot - firstSlot] ?? null
}

/** The highest load between two instants, measured where it is over and planned where it is not; null when none is known. */
export function peakWithin(
  picture: LoadPicture,
  from: Instant,
  until: Instant,
): { readonly powerW: number; readonly at: Instant } | null {
  const { firstSlot, slots, measuredW, plannedW } = picture
  const first = Math.max(0, Math.floor(slotAt(from)) - firstSlot)
  const end = Math.min(slots, Math.ceil(slotAt(until)) - firstSlot)
  let peak: { powerW: number; at: Instant } | null = null
  for (let slot = first; slot < end; slot += 1) {
    const powerW = measuredW[slot] ?? plannedW[slot] ?? null
    if (powerW !== null && (peak === null || powerW > peak.powerW))
      peak = { powerW, at: startOfSlot(firstSlot + slot) }
  }
  return peak
}

function plannedLine(
  { plan, outlook, now }: PictureSources,
  firstSlot: number,
  slots: number,
  line: 'plannedW' | 'baseW',
): (number | null)[] {
  const values = Array.from({ length: slots }, (): number | null => null)
  const earliest = Math.floor(slotAt(now))
  // The plan is renewed more often than an outlook is asked for.
  for (const source of [outlook, plan]) {
    if (source === null) continue
    const shift = Math.round(source.startsAt / SLOT_MS) - firstSlot
    for (const [index, powerW] of source[line].entries()) {
      const slot = index + shift
      if (slot >= 0 && slot < slots && slot + firstSlot >= earliest) values[slot] = powerW
    }
  }
  return values
}

function baseLine(sources: PictureSources, firstSlot: number, slots: number): (number | null)[] {
  const { site, building, now } = sources
  const { kind } = site.baseLoad
  if (kind !== 'meter' && kind !== 'series')
    return [...baseOver({ site, series: [], now }, startOfSlot(firstSlot), SLOT_MS, slots).baseW]
  const values = plannedLine(sources, firstSlot, slots, 'baseW')
  if (building === null) return values
  const drawn = stepReader(building, now)
  return values.map((value, index) => value ?? drawn(startOfSlot(firstSlot + index)))
}

function measuredLine(
  { measured, now, carsNowW }: PictureSources,
  firstSlot: number,
  slots: number,
  baseW: SlotValues,
): (number | null)[] {
  const drawn = measured === null ? () => null : stepReader(measured, now)
  const current = Math.floor(slotAt(now)) - firstSlot
  return Array.from({ length: slots }, (_, slot) => {
    if (slot > current) return null
    const carsW = slot === current ? carsNowW : drawn(startOfSlot(firstSlot + slot))
    return carsW === null ? null : carsW + (baseW[slot] ?? 0)
  })
}

/** Gives the mean power of a curve in the step that a moment lies in, W. Moments have to come in order. */
function stepReader(
  { startsAt, endsAt, lines }: LoadCurve,
  now: Instant,
): (at: Instant) => number | null {
  const [line] = lines
  let step = 0
  return (at) => {
    if (line === undefined || at >= endsAt || at < (startsAt[0] ?? Infinity)) return null
    while (step + 1 < startsAt.length && (startsAt[step + 1] ?? Infinity) <= at) step += 1
    const begins = startsAt[step] ?? 0
    const lengthMs = Math.min(startsAt[step + 1] ?? endsAt, now) - begins
    const energyWh = line.energyWh[step] ?? null
    const knownPct = line.knownPct[step] ?? 0
    if (energyWh === null || knownPct < LEAST_KNOWN_PCT || lengthMs <= 0) return null
    return Math.round((energyWh * HOUR * 100) / (lengthMs * knownPct))
  }
}

function limitLine(
  { site, temporaryLimits }: PictureSources,
  firstSlot: number,
  slots: number,
): (number | null)[] {
  const limit = limitOver({ site, temporaryLimits }, startOfSlot(firstSlot), SLOT_MS, slots)
  return Array.from({ length: slots }, (_, slot) => {
    const asPower = limit?.limitW?.[slot] ?? UNLIMITED_W
    const da = limit?.limitDa?.[slot]
    const byPhase = da === undefined ? UNLIMITED_W : Math.floor((da * site.voltageV * 3) / 10)
    const least = Math.min(asPower, byPhase)
    return least >= UNLIMITED_W ? null : least
  })
}

/** Of the outlook where there is one, since it looks further; else of the plan. */
function provenMinimum(
  { plan, outlook }: PictureSources,
  firstSlot: number,
  slots: number,
): ProvenMinimum | null {
  const source = outlook ?? plan
  if (source === null || source.provenPeakW <= 0) return null
  const begins = Math.round(source.startsAt / SLOT_MS)
  const fromSlot = Math.max(begins, firstSlot)
  const untilSlot = Math.min(begins + source.plannedW.length, firstSlot + slots)
  return fromSlot < untilSlot ? { powerW: source.provenPeakW, fromSlot, untilSlot } : null
}
