import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AlreadyServed, onlyHubOf } from '../folder/one-hub.ts'

/** Marks a folder as the demo depot's, so that a real site's data is never wiped or mixed with it. */
const markerName = 'demo-depot'

/** What the window's own Chromium profile lies in; it may be there before the demo depot is. */
const profileName = 'window'

export type DemoFolderRefusal = {
  readonly code: 'notDemo' | 'served'
  readonly message: string
  /** What the process that was to open it ends with. */
  readonly exitCode: number
}

/**
 * Makes `dataDir` ready for the demo depot and empties it first when `wipe` is asked for. Refuses a
 * folder that holds anything the demo depot did not put there, and to empty one that a hub serves.
 * @returns null when the folder is ready
 */
export async function prepareDemoFolder(
  dataDir: string,
  wipe: boolean,
): Promise<DemoFolderRefusal | null> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const marker = join(dataDir, markerName)
  const others = readdirSync(dataDir).filter((name) => name !== profileName)
  if (others.length > 0 && !existsSync(marker))
    return {
      code: 'notDemo',
      exitCode: 2,
      message: `${dataDir} holds data that is not the demo depot's; give --demo a folder of its own with --data.`,
    }
  if (wipe) {
    const refusal = await empty(dataDir, others)
    if (refusal !== null) return refusal
  }
  writeFileSync(marker, 'The demo depot keeps its data here. --wipe-demo empties this folder.\n')
  return null
}

async function empty(dataDir: string, names: string[]): Promise<DemoFolderRefusal | null> {
  try {
    const release = await onlyHubOf(dataDir)
    for (const name of names) rmSync(join(dataDir, name), { recursive: true, force: true })
    release()
    return null
  } catch (error) {
    if (!(error instanceof AlreadyServed)) throw error
    return { code: 'served', exitCode: 1, message: error.message }
  }
}
