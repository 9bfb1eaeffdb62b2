import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { freshDataDir } from './app.ts'

/** How to start a program the way a real site runs it: not as root, so that Chromium's sandbox works. */
export interface Unprivileged {
  /** A program that takes the place of `executable`. */
  readonly executable: string
  /** `folder` itself, or a copy that the account may read. */
  readonly folder: string
  /** A fresh folder that the account may write to. */
  readonly dataDir: string
}

/**
 * Prepares to run `executable` with what lies in `folder`. Only root changes: it hands over to an
 * account without rights.
 */
export function unprivileged(executable: string, folder: string): Unprivileged {
  const dataDir = freshDataDir()
  if (process.getuid?.() !== 0) return { executable, folder, dataDir }

  const [uid, gid] = ['-u', '-g'].map((kind) =>
    Number(execFileSync('id', [kind, 'nobody']).toString()),
  )
  if (uid === undefined || gid === undefined) throw new Error('there is no account nobody')
  // It replaces itself by the program, so that signals reach the program.
  const handOver = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  chownSync(dataDir, uid, gid)
  const program = join(readable(dirname(executable), handOver), basename(executable))
  const wrapper = join(mkdtempSync(join(tmpdir(), 'laddplan-as-')), 'start')
  chmodSync(dirname(wrapper), 0o755)
  writeFileSync(
    wrapper,
    `#!/bin/sh\nexport HOME='${dataDir}' XDG_RUNTIME_DIR='${dataDir}'\nexec ${handOver.join(' ')} '${program}' "$@"\n`,
    { mode: 0o755 },
  )
  return { executable: wrapper, folder: readable(folder, handOver), dataDir }
}

/** The folder if the account can read it, else a copy that it can: the project may lie in root's home. */
function readable(folder: string, [command = '', ...args]: readonly string[]): string {
  if (spawnSync(command, [...args, 'ls', folder]).status === 0) return folder
  const copy = mkdtempSync(join(tmpdir(), 'laddplan-copy-'))
  chmodSync(copy, 0o755)
  cpSync(folder, join(copy, basename(folder)), { recursive: true })
  return join(copy, basename(folder))
}
