import type { PlanLine, StoredPlan } from '../../../shared/domain/planning/stored-plan.ts'
import { clearAlarm, raiseAlarm } from '../alarm/raise.ts'
import type { Writes } from '../store/writes.ts'

/** What a plan changes of the one before it. */
export interface PlanChange {
  readonly plan: StoredPlan
  readonly lines: readonly PlanLine[]
  readonly gone: readonly string[]
}

/** Finds what to write: lines that say what they said before are left alone, so that desks aren't told them again. */
export function changeOf(
  plan: StoredPlan,
  lines: readonly PlanLine[],
  before: ReadonlyMap<string, PlanLine>,
): PlanChange {
  const ids = new Set(lines.map(({ id }) => id))
  return {
    plan,
    lines: lines.filter((line) => !isSame(line, before.get(line.id))),
    gone: [...before.keys()].filter((id) => !ids.has(id)),
  }
}

function isSame(line: PlanLine, before: PlanLine | undefined): boolean {
  return before !== undefined && JSON.stringify(line) === JSON.stringify(before)
}

/** Writes the plan down; a promise that can't be kept any more is told, and so is one that can again. */
export function savePlan(
  tx: Writes,
  { plan, lines, gone }: PlanChange,
  before: ReadonlyMap<string, PlanLine>,
): void {
  if (tx.update('plan', plan.id, plan) === undefined) tx.insert('plan', plan)
  for (const line of lines) {
    if (tx.update('planLine', line.id, line) === undefined) tx.insert('planLine', line)
    tellPromise(tx, line, before.get(line.id))
  }
  for (const id of gone) {
    const line = before.get(id)
    tx.remove('planLine', id)
    if (line !== undefined && isShort(line)) clearAlarm(tx, placeOf(line))
  }
}

const isShort = (line: PlanLine | undefined): line is PlanLine =>
  line !== undefined && line.promised && line.shortfallWh > 0

const placeOf = ({ stationId, connectorId }: PlanLine) =>
  ({ kind: 'promiseShort', stationId, connectorId }) as const

function tellPromise(tx: Writes, line: PlanLine, before: PlanLine | undefined): void {
  const { id, shortfallWh, because, readyAt } = line
  const was = isShort(before)
  if (
    was &&
    (!isShort(line) ||
      before.connectorId !== line.connectorId ||
      before.stationId !== line.stationId)
  )
    clearAlarm(tx, placeOf(before))
  if (isShort(line)) raiseAlarm(tx, placeOf(line), `${(shortfallWh / 1_000).toFixed(1)} kWh`)
  if (was === isShort(line)) return
  tx.journal({
    act: was ? 'promise.kept' : 'promise.short',
    noun: 'booking',
    nounId: id,
    before: was ? { shortfallWh: before.shortfallWh } : null,
    after: was ? { readyAt } : { shortfallWh, because },
  })
}
