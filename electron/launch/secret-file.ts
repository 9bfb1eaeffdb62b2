import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'

/** No secret and no line feed behind it is longer, in bytes. */
const LARGEST = 1_024

/**
 * The secret in the file that a variable of the environment names, such as a systemd credential: how a hub without a
 * window gets its secrets. A file that others than its owner can read is refused. Null where none is named.
 * @param flawOf what is wrong with the secret, to follow the file's name; null when nothing is
 * @returns the secret, or a sentence that says what is wrong, without anything of the file
 */
export function secretFromFile(
  env: Readonly<Record<string, string | undefined>>,
  variable: string,
  flawOf: (secret: string) => string | null,
): { ok: true; secret: string | null } | { ok: false; message: string } {
  const refused = (what: string) => ({ ok: false as const, message: `${variable}: ${what}.` })
  const file = env[variable]
  if (file === undefined || file === '') return { ok: true, secret: null }
  // Not said again: it may be the secret itself that somebody has put there.
  if (/^(?:[rsp]k_|whsec_)/.test(file.trim()))
    return refused('it is to name a file that holds the secret, not to be the secret itself')
  const read = readOwnFile(file)
  if ('problem' in read) return refused(`${file} ${read.problem}`)
  const secret = read.text.trim()
  const flaw = flawOf(secret)
  return flaw === null ? { ok: true, secret } : refused(`${file} ${flaw}`)
}

/**
 * A small file that only its owner may read, or what is wrong with it. What the opened file itself says of its mode
 * counts: its name may lead elsewhere a moment later.
 */
function readOwnFile(file: string): { text: string } | { problem: string } {
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
