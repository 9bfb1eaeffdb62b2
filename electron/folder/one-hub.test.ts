import { mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { onlyHubOf } from './one-hub.ts'

const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'laddplan-one-'))

afterEach(() => vi.unstubAllEnvs())

test('a folder is served by one hub at a time', async () => {
  const folder = freshFolder()
  const release = await onlyHubOf(folder)
  await expect(onlyHubOf(folder)).rejects.toThrow('already')
  ;(await onlyHubOf(freshFolder()))()
  release()
  ;(await onlyHubOf(folder))()
})

test('whichever way leads to it and wherever temporary files lie', async () => {
  const folder = freshFolder()
  const release = await onlyHubOf(folder)
  const alias = join(freshFolder(), 'alias')
  symlinkSync(folder, alias)
  await expect(onlyHubOf(alias)).rejects.toThrow('already')
  vi.stubEnv('TMPDIR', freshFolder())
  await expect(onlyHubOf(folder)).rejects.toThrow('already')
  release()
})
