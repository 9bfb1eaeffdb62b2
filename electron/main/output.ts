import type { UtilityProcess } from 'electron'

/** Sends all that a child prints to our standard error: standard output is the ready line's alone. */
export function forwardOutput(child: UtilityProcess): void {
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => process.stderr.write(chunk))
}
