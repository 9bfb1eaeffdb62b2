import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { ExportFailure } from '../../../shared/domain/report/job.ts'

/** What of the file system a file is written through. */
export interface FileCalls {
  readonly openSync: typeof openSync
  readonly writeSync: typeof writeSync
  readonly fsyncSync: typeof fsyncSync
  readonly closeSync: typeof closeSync
  readonly renameSync: typeof renameSync
}

const system: FileCalls = { openSync, writeSync, fsyncSync, closeSync, renameSync }

/**
 * Writes a file so that it is there whole or not at all: under another name beside its place, synced, and only then put
 * there. What lay there before stays until then, and for good when something fails.
 * @param name what the file is called meanwhile, unlike any other; what one of an earlier process has left is taken away
 * @throws what the disk or the writing says, with nothing left of it
 */
export async function writeWholeFile<T>(
  path: string,
  name: string,
  write: (take: (bytes: Uint8Array) => void) => Promise<T>,
  disk: FileCalls = system,
): Promise<T> {
  const folder = dirname(path)
  const before = `.${basename(path).slice(0, 100)}.`
  const part = join(folder, `${before}${process.pid}-${name}.part`)
  for (const left of readdirSync(folder))
    if (left.startsWith(before) && /\.\d+-[^.]+\.part$/.test(left) && !isOwn(left, before))
      rmSync(join(folder, left), { force: true })
  const file = disk.openSync(part, 'wx')
  let isOpen = true
  try {
    const written = await write((bytes) => {
      for (let at = 0; at < bytes.length;) at += disk.writeSync(file, bytes, at)
    })
    disk.fsyncSync(file)
    isOpen = false
    disk.closeSync(file)
    disk.renameSync(part, path)
    syncFolder(folder)
    return written
  } catch (error) {
    if (isOpen) disk.closeSync(file)
    rmSync(part, { force: true })
    throw error
  }
}

/** Whether a file is being written by this very process: one that was killed left its own behind. */
function isOwn(part: string, before: string): boolean {
  return part.startsWith(`${before}${process.pid}-`)
}

/** So that the name is on disk too. Windows has no such thing, and a folder that can't be opened has its file all the same. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // The file itself is on disk.
  }
}

const failures: Readonly<Record<string, ExportFailure>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EFBIG: 'diskFull',
  ENOENT: 'noFolder',
  ENOTDIR: 'noFolder',
  EACCES: 'notAllowed',
  EPERM: 'notAllowed',
  EROFS: 'notAllowed',
}

/** Why a file couldn't be written, by the system's code. */
export function failureOf(error: unknown): ExportFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return failures[code] ?? 'other'
}
