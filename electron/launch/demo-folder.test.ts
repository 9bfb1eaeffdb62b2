import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { onlyHubOf } from '../folder/one-hub.ts'
import { prepareDemoFolder } from './demo-folder.ts'

const freshFolder = () => mkdtempSync(join(tmpdir(), 'laddplan-demo-'))

describe('the demo depot’s folder', () => {
  test('is made and marked, and found again', async () => {
    const folder = join(freshFolder(), 'deep', 'demo')
    expect(await prepareDemoFolder(folder, false)).toBeNull()
    writeFileSync(join(folder, 'laddplan.db'), 'rows')
    expect(await prepareDemoFolder(folder, false)).toBeNull()
    expect(existsSync(join(folder, 'laddplan.db'))).toBe(true)
  })

  test('is emptied on request, the window’s own profile aside', async () => {
    const folder = freshFolder()
    await prepareDemoFolder(folder, false)
    writeFileSync(join(folder, 'laddplan.db'), 'rows')
    mkdirSync(join(folder, 'window'))
    expect(await prepareDemoFolder(folder, true)).toBeNull()
    expect(readdirSync(folder).toSorted()).toEqual(['demo-depot', 'window'])
  })

  test('is not emptied while a hub serves it, and opened all the same without that', async () => {
    const folder = freshFolder()
    await prepareDemoFolder(folder, false)
    writeFileSync(join(folder, 'site.db'), 'rows')
    const release = await onlyHubOf(folder)
    expect(await prepareDemoFolder(folder, true)).toMatchObject({ code: 'served' })
    expect(existsSync(join(folder, 'site.db'))).toBe(true)
    expect(await prepareDemoFolder(folder, false)).toBeNull()
    release()
    expect(await prepareDemoFolder(folder, true)).toBeNull()
    expect(existsSync(join(folder, 'site.db'))).toBe(false)
  })

  test.each([true, false])(
    'with a real site’s data in it is refused untouched (wipe: %s)',
    async (wipe) => {
      const folder = freshFolder()
      writeFileSync(join(folder, 'laddplan.db'), 'a real site')
      expect(await prepareDemoFolder(folder, wipe)).toMatchObject({ code: 'notDemo' })
      expect(readdirSync(folder)).toEqual(['laddplan.db'])
    },
  )
})
