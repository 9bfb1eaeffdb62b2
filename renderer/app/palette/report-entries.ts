import type { ReportPreset } from '../../../shared/domain/report/preset.ts'
import { navigate } from '../../navigation/use-route.ts'
import { inert } from '../../ui/mark/inert.ts'
import type { PaletteEntry } from './palette-search.ts'

/** What is done with reports each day. */
export type ReportAct = 'sumUpDay' | 'exportReport' | 'scheduledReports'

/** The daily acts of the reports, offered before anything is typed. */
export function reportEntries(labelOf: (act: ReportAct) => string): PaletteEntry[] {
  const entry = (act: ReportAct, tab: 'day' | 'export' | 'scheduled'): PaletteEntry => ({
    id: act,
    group: 'groupDo',
    label: labelOf(act),
    always: true,
    run: () => navigate({ screen: 'reports', tab }),
  })
  return [
    entry('sumUpDay', 'day'),
    entry('exportReport', 'export'),
    entry('scheduledReports', 'scheduled'),
  ]
}

/** The reports that are kept, each to be made again. */
export function presetEntries(
  presets: readonly ReportPreset[],
  labelOf: (name: string) => string,
): PaletteEntry[] {
  return presets
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .map(({ id, name }) => ({
      id: `report-${id}`,
      group: 'groupDo',
      label: labelOf(inert(name, 60).text),
      run: () => navigate({ screen: 'reports', tab: 'export', open: id }),
    }))
}
