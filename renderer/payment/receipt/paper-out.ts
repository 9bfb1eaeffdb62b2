import { shell } from '../../live/shell.ts'
import type { Paper } from './receipt-sheet.tsx'

/** CSS pixels to the millimetre (CSS Values 3, §6.2). */
const PX_PER_MM = 96 / 25.4

export type PaperOutcome = 'done' | 'cancelled' | 'failed' | 'noShell'

/** How long the longest sheet is, in whole millimetres and one to spare. */
export function heightMm(sheetsPx: readonly number[]): number {
  return Math.ceil(Math.max(1, ...sheetsPx) / PX_PER_MM) + 1
}

/** Sends what is drawn to be printed to a printer; without a shell by the browser's own dialog. */
export async function printPaper(paper: Paper, sheetsPx: readonly number[]): Promise<PaperOutcome> {
  const program = shell()
  if (program === undefined) {
    print()
    return 'done'
  }
  const sent = await program.printPaper({ paper, heightMm: heightMm(sheetsPx) })
  return sent ? 'done' : 'cancelled'
}

/** Saves what is drawn to be printed as a PDF where the person says. */
export async function savePaper(
  suggestedName: string,
  paper: Paper,
  sheetsPx: readonly number[],
): Promise<PaperOutcome> {
  const program = shell()
  if (program === undefined) return 'noShell'
  const answer = await program.savePaper({ suggestedName, paper, heightMm: heightMm(sheetsPx) })
  if (answer.saved) return 'done'
  return answer.reason === 'cancelled' ? 'cancelled' : 'failed'
}
