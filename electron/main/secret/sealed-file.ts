import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Writes a file of mode 0600 whole or not at all: what was there before stays until the new text is on disk.
 * @throws what the disk says
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const folder = dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const draft = `${file}.new`
  try {
    const handle = await open(draft, 'w', 0o600)
    try {
      // A draft that a crash left behind keeps the mode it had.
      await handle.chmod(0o600)
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(folder)
}

/** Takes a file away, and what a crash may have left of the next one. */
export async function removeWhole(file: string): Promise<void> {
  await rm(`${file}.new`, { force: true })
  await rm(file, { force: true })
  await syncFolder(dirname(file))
}

/** The text of a file; null where there is none. */
export async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** A new name in a folder is on disk only once the folder is; Windows knows no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // Some network file systems refuse it; the file itself is written.
  }
}
