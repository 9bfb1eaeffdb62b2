import { create } from 'zustand'
import type { ReportPreset } from '../../../../shared/domain/report/preset.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { draftOf, newDraft } from './draft.ts'
import type { Draft } from './draft.ts'

interface DraftStore {
  readonly draft: Draft
  /** The kept report that the draft began with; null while it is none. */
  readonly presetId: string | null
}

/** The report that is being put together; it is found again as it was left. */
export const useDraft = create<DraftStore>(() => ({
  draft: newDraft(useLocale.getState().language === 'sv' ? 'excel-sv' : 'rfc4180'),
  presetId: null,
}))

/** Changes the report. */
export function change(changes: Partial<Draft>): void {
  useDraft.setState(({ draft }) => ({ draft: { ...draft, ...changes } }))
}

/** Goes on with a report that was kept. */
export function takeUp({ id, spec }: Pick<ReportPreset, 'id' | 'spec'>): void {
  useDraft.setState({ draft: draftOf(spec), presetId: id })
}

/** Says which kept report the draft is from now on. */
export function keptAs(presetId: string | null): void {
  useDraft.setState({ presetId })
}
