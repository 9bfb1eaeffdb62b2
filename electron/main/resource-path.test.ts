import { sep } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resourcePath } from './resource-path.ts'

const folder = '/opt/laddplan/renderer'

describe('the window’s files', () => {
  test('are those under the built page', () => {
    expect(resourcePath('app://laddplan/', folder)).toBe(`${folder}/index.html`)
    expect(resourcePath('app://laddplan/assets/a%20b.js?v=1#x', folder)).toBe(
      `${folder}/assets/a b.js`,
    )
  })

  test.each([
    'file:///etc/passwd',
    'https://laddplan/index.html',
    'app://other/index.html',
    'app://user@laddplan/index.html',
    'app://laddplan/..%2fmain.js',
    'app://laddplan/assets/..%2f..%2f..%2fetc/passwd',
    'app://laddplan/..%5cmain.js',
    'app://laddplan/%00',
    'app://laddplan/%E0%A4%A',
    'not an address',
  ])('%s is none of them', (address) => {
    expect(resourcePath(address, folder)).toBeNull()
  })

  test('stay the window’s when dots lead up: an address has no folder above its root', () => {
    expect(resourcePath('app://laddplan/../../main.js', folder)).toBe(`${folder}/main.js`)
    expect(resourcePath('app://laddplan/%2e%2e/main.js', folder)).toBe(`${folder}/main.js`)
  })

  test('no address leads out of the folder', () => {
    const piece = fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '\\', '%5c', 'a', '..%2f', '%00')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = resourcePath(`app://laddplan/${pieces.join('/')}`, folder)
        expect(file === null || file.startsWith(folder + sep)).toBe(true)
      }),
    )
  })
})
