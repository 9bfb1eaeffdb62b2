import { useState } from 'react'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { type RowForm, useRowForm } from '../../live/use-row-form.ts'

/** The form of terms of the site, with what came of saving it. */
export type TermsForm<Form, Flaw> = RowForm<Form, Flaw> & {
  busy: boolean
  error: unknown
  /** When it was last saved from here; null where it was not. */
  savedAt: number | null
}

/**
 * Keeps the form of terms of the site: one row that every desk follows, of which a save sends what was changed.
 * @param ways how the row becomes a form, what is wrong with a form, and what it changes
 */
export function useTermsForm<Row extends { updatedAt: number }, Form, Patch extends object, Flaw>(
  terms: Row,
  ways: {
    formOf: (row: Row) => Form
    flawsOf: (form: Form) => readonly Flaw[]
    patchOf: (form: Form, base: Row) => Patch
  },
  {
    change,
    said,
    onSaved,
  }: {
    change: (patch: Patch) => Promise<Row>
    /** What the foot of the window says of a save. */
    said: string
    onSaved?: () => void
  },
): TermsForm<Form, Flaw> {
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const saving = useAct(change)
  const { busy, error } = saving
  const save = async (patch: Patch) => {
    const saved = await saving.run(patch)
    if (!saved) return undefined
    setSavedAt(Date.now())
    tellAct(said)
    onSaved?.()
    return saved
  }
  const held = useRowForm(terms, { ...ways, save, busy })
  return { ...held, busy, error, savedAt }
}
