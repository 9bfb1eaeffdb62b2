import { z } from 'zod'
import { id } from '../id/id.ts'
import { rowNote, type RowProblem, rowProblem } from './problem.ts'

/** What becomes of a row: a new thing, a change of one that is there, nothing to do, or refused. */
export const fateKind = z.enum(['create', 'change', 'same', 'refused'])
export type FateKind = z.infer<typeof fateKind>

/** What becomes of one row of a file. */
export const rowFate = z.object({
  line: z.int().describe('On which it begins in the file, from 1; the header is on the first'),
  fate: fateKind,
  subject: z.string().describe('What it is about: plate, token or reference, as the file has it'),
  id: id.nullable().describe('Of what is there, or has been made'),
  fields: z.array(z.string()).describe('Which fields change'),
  problems: z.array(rowProblem).describe('Why it is refused'),
  notes: z.array(rowNote),
})
export type RowFate = z.infer<typeof rowFate>

/** How many rows have which fate. */
export const fateCounts = z.object({
  create: z.int(),
  change: z.int(),
  same: z.int(),
  refused: z.int(),
})
export type FateCounts = z.infer<typeof fateCounts>

export function countFates(fates: Iterable<Pick<RowFate, 'fate'>>): FateCounts {
  const counts = { create: 0, change: 0, same: 0, refused: 0 }
  for (const { fate } of fates) counts[fate] += 1
  return counts
}

/** A fate with what is to be written for it; null when nothing is. */
export interface Decided<Write> {
  readonly fate: RowFate
  readonly write: Write | null
}

/** What all fates of one row have in common. */
type Told = Pick<RowFate, 'line' | 'subject' | 'notes'>

export function refusedRow(
  { line, subject, notes }: Told,
  problems: readonly RowProblem[],
  rowId: string | null = null,
): Decided<never> {
  const told = { line, subject, id: rowId, fields: [], problems: [...problems], notes }
  return { fate: { ...told, fate: 'refused' }, write: null }
}

export function sameRow({ line, subject, notes }: Told, rowId: string): Decided<never> {
  const told = { line, subject, id: rowId, fields: [], problems: [], notes }
  return { fate: { ...told, fate: 'same' }, write: null }
}

/** @param rowId null when the hub has yet to give it one */
export function createdRow<Write>(
  { line, subject, notes }: Told,
  rowId: string | null,
  write: Write,
): Decided<Write> {
  const told = { line, subject, id: rowId, fields: [], problems: [], notes }
  return { fate: { ...told, fate: 'create' }, write }
}

export function changedRow<Write>(
  { line, subject, notes }: Told,
  rowId: string,
  fields: readonly string[],
  write: Write,
): Decided<Write> {
  const told = { line, subject, id: rowId, fields: [...fields], problems: [], notes }
  return { fate: { ...told, fate: 'change' }, write }
}
