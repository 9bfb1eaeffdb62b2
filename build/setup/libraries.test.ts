import { expect, test } from 'vitest'
import { missingLibraries, namesKnown } from './libraries.mjs'

test('the libraries that ldd does not find are named once each', () => {
  const output = `
\tlinux-vdso.so.1 (0x00007f64)
\tlibnss3.so => not found
\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f64)
\tlibgtk-3.so.0 => not found
\tlibnss3.so => not found
`
  expect(missingLibraries(output)).toEqual(['libnss3.so', 'libgtk-3.so.0'])
})

test('a package is asked for by the name that this release has for it', () => {
  const names = ['libgtk-3-0', 'libnss3']
  expect(namesKnown(names, 'Package: libgtk-3-0t64\nVersion: 3\n\nPackage: libnss3\n')).toEqual([
    'libgtk-3-0t64',
    'libnss3',
  ])
  expect(namesKnown(names, 'Package: libnss3\nPackage: libgtk-3-0\n')).toEqual([
    'libgtk-3-0',
    'libnss3',
  ])
})

test('a package that the lists do not know calls for fresh lists', () => {
  expect(namesKnown(['libgtk-3-0', 'libnss3'], 'Package: libnss3\n')).toBeNull()
})
