import { basename, dirname, join } from 'node:path'

/**
 * The file of one of the hub's threads: among the sources, or in a build beside the hub's own, whichever of its parts
 * this is read from.
 * @param source beneath this folder
 * @param built what the build calls it
 */
export function threadFile(source: string, built: string): string {
  const here = import.meta.dirname
  if (import.meta.filename.endsWith('.ts')) return join(here, source)
  return join(basename(here) === 'chunks' ? dirname(here) : here, built)
}
