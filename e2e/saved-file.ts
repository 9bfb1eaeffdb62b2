import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, expect } from '@playwright/test'
import { freshDataDir } from './app.ts'

/** The system's dialog that asks where to save, answered with this path from now on. */
export async function saveTo(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
}

/** What is saved under a name, in a folder of its own, by what a person does. */
export async function savedBy(
  app: ElectronApplication,
  name: string,
  act: () => Promise<void>,
): Promise<Buffer> {
  const path = join(freshDataDir(), name)
  await saveTo(app, path)
  await act()
  await expect.poll(() => readIfThere(path).length).toBeGreaterThan(0)
  return readIfThere(path)
}

/** What a file holds; nothing where there is none, or none any more. */
export function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}
