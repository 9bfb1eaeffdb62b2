import { useState } from 'react'
import type { FormEvent } from 'react'

/** How a form stands to its row. */
type RowFormWays<Row, Form, Patch, Flaw> = {
  formOf: (row: Row) => Form
  flawsOf: (form: Form) => readonly Flaw[]
  /** What the form would change of the row it was begun from; without keys where it would change nothing. */
  patchOf: (form: Form, base: Row) => Patch
  /** Sends the patch; undefined when it was refused. */
  save: (patch: Patch) => Promise<Row | undefined>
  /** A save is under way: what it brings is shown when it answers. */
  busy: boolean
}

/** The form of a row that others may change meanwhile. */
export type RowForm<Form, Flaw> = {
  form: Form
  setForm: (form: Form) => void
  flaws: readonly Flaw[]
  /** Something is typed that the row does not have. */
  dirty: boolean
  /** There is something to save, and nothing wrong with it. */
  ready: boolean
  /** The row was changed by somebody else under what is typed. */
  overtaken: boolean
  /** Shows the row as it now is, whatever was typed. */
  takeTheirs: () => void
  onSubmit: (event: FormEvent) => void
}

/** Keeps the form of a row: untouched it follows the row; what is typed stays, whoever changes the row. */
export function useRowForm<Row extends { updatedAt: number }, Form, Patch extends object, Flaw>(
  row: Row,
  { formOf, flawsOf, patchOf, save, busy }: RowFormWays<Row, Form, Patch, Flaw>,
): RowForm<Form, Flaw> {
  const [base, setBase] = useState(row)
  const [form, setForm] = useState(() => formOf(row))
  const flaws = flawsOf(form)
  const patch = patchOf(form, base)
  const changes = Object.keys(patch).length > 0
  const dirty = changes || flaws.length > 0
  const ready = changes && flaws.length === 0
  const show = (shown: Row) => {
    setBase(shown)
    setForm(formOf(shown))
  }
  const changedElsewhere = row.updatedAt !== base.updatedAt
  if (changedElsewhere && !dirty && !busy) show(row)

  const submit = async () => {
    if (!ready) return
    const saved = await save(patch)
    if (saved) show(saved)
  }
  return {
    form,
    setForm,
    flaws,
    dirty,
    ready,
    overtaken: dirty && changedElsewhere,
    takeTheirs: () => show(row),
    onSubmit: (event) => {
      event.preventDefault()
      void submit()
    },
  }
}
