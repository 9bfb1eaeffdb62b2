import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Marks a folder as the demo depot's, so that a real site's data is never wiped or mixed with it. */
const markerName = 'demo-depot'

/** What the window's own Chromium profile lies in; it may be there before the demo depot is. */
const profileName = 'window'

export type DemoFolderRefusal = { readonly code: 'notDemo'; readonly message: string }

/**
 * Makes `dataDir` ready for the demo depot and empties it first when `wipe` is asked for. Refuses a
 * folder that holds anything the demo depot did not put there.
 * @returns null when the folder is ready
 */
export function prepareDemoFolder(dataDir: string, wipe: boolean): DemoFolderRefusal | null {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const marker = join(dataDir, markerName)
  const others = readdirSync(dataDir).filter((name) => name !== profileName)
  if (others.length > 0 && !existsSync(marker))
    return {
      code: 'notDemo',
      message: `${dataDir} holds data that is not the demo depot's; give --demo a folder of its own with --data.`,
    }
  if (wipe) for (const name of others) rmSync(join(dataDir, name), { recursive: true, force: true })
  writeFileSync(marker, 'The demo depot keeps its data here. --wipe-demo empties this folder.\n')
  return null
}
