import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'

/** No secret and no line feed behind it is longer, in bytes. */
const LARGEST = 1_024

/**
 * A small file that only its owner may read, or what is wrong with it. What the opened file itself says of its mode
 * counts: its name may lead elsewhere a moment later.
 */
export function readOwnFile(file: string): { text: string } | { problem: string } {
  try {
    const handle = openSync(file, 'r')
    try {
      const { mode, size } = fstatSync(handle)
      if (process.platform !== 'win32' && (mode & 0o077) !== 0)
        return { problem: 'can be read by others; give it mode 0600' }
      return size > LARGEST ? { problem: 'is too large' } : { text: readFileSync(handle, 'utf8') }
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    return { problem: `can’t be read (${code})` }
  }
}
