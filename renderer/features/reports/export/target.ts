import type { ChooseExportAnswer } from '../../../../shared/process.ts'
import { shell } from '../../../live/shell.ts'

/** A place that a person has let be written to. */
export interface Target {
  readonly ticket: string
  /** Where it is on this machine. */
  readonly path: string
}

/** Whether the program around the window can ask where to write. */
export function canChooseTarget(): boolean {
  return shell() !== undefined
}

/**
 * Asks where a report is to be written; null when the person thought better of it.
 * @throws when the hub could not be told
 */
export async function chooseTarget(suggestedName: string): Promise<Target | null> {
  return targetOf(await shell()?.chooseExport({ suggestedName }))
}

/** The same with a folder that is to be written into again and again. */
export async function chooseFolder(): Promise<Target | null> {
  return targetOf(await shell()?.chooseExportFolder())
}

/** Shows a file that was written, in the system's file manager. */
export function showTarget({ ticket }: Target): void {
  void shell()?.showExport(ticket)
}

function targetOf(answer: ChooseExportAnswer | undefined): Target | null {
  if (answer === undefined) return null
  if (answer.chosen) return { ticket: answer.ticket, path: answer.path }
  if (answer.reason === 'cancelled') return null
  throw new Error(answer.reason)
}
