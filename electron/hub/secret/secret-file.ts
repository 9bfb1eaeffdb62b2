import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'

/**
 * Reads the secret kept in a file of mode 0600, making it (hex of 32 random bytes) at the first call.
 * It is on disk before it is used, whole or not at all.
 * @throws when the file is there but holds no secret
 */
export function keepSecret(file: string): string {
  const known = readIfThere(file)
  if (known !== undefined) {
    const secret = known.trim()
    if (!/^[0-9a-f]{64}$/.test(secret))
      throw new Error(
        `${file} holds no secret. Restore it from a backup; a new one would lock every charger out.`,
      )
    chmodSync(file, 0o600)
    return secret
  }
  const secret = randomBytes(32).toString('hex')
  const draft = `${file}.new`
  const handle = openSync(draft, 'w', 0o600)
  writeSync(handle, `${secret}\n`)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(draft, file)
  return secret
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
