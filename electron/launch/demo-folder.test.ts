import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { prepareDemoFolder } from './demo-folder.ts'

const freshFolder = () => mkdtempSync(join(tmpdir(), 'laddplan-demo-'))

describe('the demo depot’s folder', () => {
  test('is made and marked, and found again', () => {
    const folder = join(freshFolder(), 'deep', 'demo')
    expect(prepareDemoFolder(folder, false)).toBeNull()
    writeFileSync(join(folder, 'laddplan.db'), 'rows')
    expect(prepareDemoFolder(folder, false)).toBeNull()
    expect(existsSync(join(folder, 'laddplan.db'))).toBe(true)
  })

  test('is emptied on request, the window’s own profile aside', () => {
    const folder = freshFolder()
    prepareDemoFolder(folder, false)
    writeFileSync(join(folder, 'laddplan.db'), 'rows')
    mkdirSync(join(folder, 'window'))
    expect(prepareDemoFolder(folder, true)).toBeNull()
    expect(readdirSync(folder).toSorted()).toEqual(['demo-depot', 'window'])
  })

  test.each([true, false])(
    'with a real site’s data in it is refused untouched (wipe: %s)',
    (wipe) => {
      const folder = freshFolder()
      writeFileSync(join(folder, 'laddplan.db'), 'a real site')
      expect(prepareDemoFolder(folder, wipe)).toMatchObject({ code: 'notDemo' })
      expect(readdirSync(folder)).toEqual(['laddplan.db'])
    },
  )
})
