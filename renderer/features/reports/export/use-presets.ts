import { useTranslation } from 'react-i18next'
import type { ReportPreset } from '../../../../shared/domain/report/preset.ts'
import type { ReportSpec } from '../../../../shared/domain/report/spec.ts'
import { tellAct } from '../../../live/last-act.ts'
import { type Act, useAct } from '../../../live/use-act.ts'
import { useClient, useRows } from '../../../live/use-live.ts'
import { keptAs } from './draft-store.ts'

/** The reports that are kept, by name, and what can be done with them. */
export interface Presets {
  readonly rows: readonly ReportPreset[]
  readonly save: Act<{ id?: string; name: string; spec: ReportSpec }, ReportPreset>
  readonly remove: Act<ReportPreset, { id: string }>
}

export function usePresets(): Presets {
  const { t } = useTranslation('reports')
  const hub = useClient()
  const rows = useRows('reportPreset').toSorted((one, other) => one.name.localeCompare(other.name))
  const save = useAct(async (wish: { id?: string; name: string; spec: ReportSpec }) => {
    const kept = await hub.report.savePreset(wish)
    tellAct(t('export.preset.saved', { name: kept.name }))
    return kept
  })
  const remove = useAct(async ({ id, name }: ReportPreset) => {
    const gone = await hub.report.removePreset({ id })
    keptAs(null)
    tellAct(t('export.preset.removed', { name }))
    return gone
  })
  return { rows, save, remove }
}
