import type { Id } from '../../../shared/domain/id/id.ts'
import type { ReportPreset } from '../../../shared/domain/report/preset.ts'
import type { Writes } from '../store/writes.ts'
import { removeSchedule } from './schedules.ts'

/** Keeps a report under a name, or changes one that is; null when there is none with that id. */
export function savePreset(
  tx: Writes,
  { id, name, spec }: Pick<ReportPreset, 'name' | 'spec'> & { readonly id?: Id | undefined },
): ReportPreset | null {
  if (id === undefined) {
    const preset = { id: tx.newId(), name, spec, createdAt: tx.now, updatedAt: tx.now }
    tx.insert('reportPreset', preset)
    tx.journal({
      act: 'report.savePreset',
      noun: 'reportPreset',
      nounId: preset.id,
      after: preset,
    })
    return preset
  }
  const before = tx.get('reportPreset', id)
  if (before === undefined) return null
  const after = tx.update('reportPreset', id, { name, spec, updatedAt: tx.now }) ?? before
  tx.journal({ act: 'report.savePreset', noun: 'reportPreset', nounId: id, before, after })
  return after
}

/** Forgets a report, and what writes it by itself; false when there is none with that id. */
export function removePreset(tx: Writes, id: Id): boolean {
  const before = tx.get('reportPreset', id)
  if (before === undefined) return false
  for (const schedule of tx.find('reportSchedule', { presetId: id }))
    removeSchedule(tx, schedule.id)
  tx.remove('reportPreset', id)
  tx.journal({ act: 'report.removePreset', noun: 'reportPreset', nounId: id, before })
  return true
}
