import type { AccountPlanRow } from '../../../../shared/contract/accounting.ts'
import { type BookAccount, bookAccount } from '../../../../shared/domain/accounting/account-plan.ts'

/** What has been typed over rows of the plan, by their ids. */
export type PlanEdits = ReadonlyMap<string, Pick<BookAccount, 'number' | 'name'>>

/** A row as it stands in the form. */
export interface PlanFormRow extends AccountPlanRow {
  readonly isTyped: boolean
  readonly flaw: PlanFlaw | null
}
/** `namesDiffer`: another row gives its number another name. */
export type PlanFlaw = 'number' | 'name' | 'namesDiffer'

/** The rows with what was typed over them, and what is wrong with each; one that has nothing yet may stay so. */
export function planForm(rows: readonly AccountPlanRow[], edits: PlanEdits): PlanFormRow[] {
  const typed = rows.map((row) => {
    const { number, name } = edits.get(row.id) ?? row
    const isTyped = number !== row.number || name !== row.name
    return { ...row, number, name, isTyped }
  })
  const names = new Map<string, Set<string>>()
  for (const { number, name } of typed)
    if (number.trim() !== '')
      names.set(number.trim(), (names.get(number.trim()) ?? new Set()).add(name.trim()))
  return typed.map((row) => ({ ...row, flaw: flawOf(row, names) }))
}

/** What is to be saved: the rows that were typed over, trimmed; null while something is wrong with one. */
export function planPatch(form: readonly PlanFormRow[]): BookAccount[] | null {
  if (form.some(({ flaw, isTyped }) => isTyped && flaw !== null)) return null
  return form
    .filter(({ isTyped }) => isTyped)
    .map(({ id, number, name }) => ({ id, number: number.trim(), name: name.trim() }))
}

function flawOf(
  { number, name, isTyped }: Pick<PlanFormRow, 'number' | 'name' | 'isTyped'>,
  names: ReadonlyMap<string, ReadonlySet<string>>,
): PlanFlaw | null {
  if (!isTyped && number === '') return null
  if (!bookAccount.shape.number.safeParse(number.trim()).success) return 'number'
  if (!bookAccount.shape.name.safeParse(name).success) return 'name'
  return isTyped && (names.get(number.trim())?.size ?? 0) > 1 ? 'namesDiffer' : null
}
