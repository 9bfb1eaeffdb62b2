import type { SlotRange } from '../../../../shared/domain/planning/promise-book.ts'

/** Slots in order as runs of those that follow one another. */
export function runsIn(slots: readonly number[]): SlotRange[] {
  const runs: { from: number; until: number }[] = []
  for (const slot of slots) {
    const last = runs.at(-1)
    if (last?.until === slot) last.until = slot + 1
    else runs.push({ from: slot, until: slot + 1 })
  }
  return runs
}
