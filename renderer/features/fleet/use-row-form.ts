import { useState } from 'react'
import type { FormEvent } from 'react'

/** The form of a row that others may change meanwhile. */
export type RowForm<Row, Form, Patch> = {
  form: Form
  setForm: (form: Form) => void
  /** What the form would change of the row it was begun from. */
  patch: Patch
  dirty: boolean
  /** The row was changed by somebody else under a form that is typed in. */
  overtaken: boolean
  /** Shows a row as it is, whatever was typed. */
  show: (row: Row) => void
}

/**
 * Keeps the form of a row. While nothing is typed it follows the row; what is typed stays, whoever changes the row.
 * @param busy a save is under way: what it brings is shown by the one who asked for it
 */
export function useRowForm<Row extends { updatedAt: number }, Form, Patch extends object>(
  row: Row,
  { formOf, patchOf }: { formOf: (row: Row) => Form; patchOf: (form: Form, base: Row) => Patch },
  busy: boolean,
): RowForm<Row, Form, Patch> {
  const [base, setBase] = useState(row)
  const [form, setForm] = useState(() => formOf(row))
  const patch = patchOf(form, base)
  const dirty = Object.keys(patch).length > 0
  const show = (shown: Row) => {
    setBase(shown)
    setForm(formOf(shown))
  }
  const changedElsewhere = row.updatedAt !== base.updatedAt
  if (changedElsewhere && !dirty && !busy) show(row)
  return { form, setForm, patch, dirty, overtaken: dirty && changedElsewhere, show }
}

/** Makes the handler of a form that saves: nothing is sent of one that is flawed or says nothing new. */
export function saving<Row>(
  ready: boolean,
  save: () => Promise<Row | undefined>,
  show: (row: Row) => void,
): (event: FormEvent) => void {
  return (event) => {
    event.preventDefault()
    if (!ready) return
    void save().then((saved) => saved && show(saved))
  }
}
