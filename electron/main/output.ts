import type { UtilityProcess } from 'electron'
import { scrubbedLines } from './secret/scrubbed-lines.ts'

/**
 * Sends all that a child prints to our standard error: standard output is the ready line's alone. What Node itself
 * prints of a child that breaks down has been through no logger, so it is searched for secrets here.
 */
export function forwardOutput(child: UtilityProcess): void {
  for (const stream of [child.stdout, child.stderr]) {
    const lines = scrubbedLines((text) => process.stderr.write(text))
    stream?.on('data', lines.take).on('end', lines.end)
  }
}
