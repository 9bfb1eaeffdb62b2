import { describe, expect, test } from 'vitest'
import { installationMatches } from './dependencies.mjs'

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/ws': { version: '8.23.0' },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  },
}

describe('what is installed', () => {
  test('is what the lock file names, other platforms’ packages aside', () => {
    const ws = { 'node_modules/ws': { version: '8.23.0' } }
    expect(installationMatches(lock, { packages: ws })).toBe(true)
    const all = { ...ws, 'node_modules/fsevents': { version: '2.3.3', optional: true } }
    expect(installationMatches(lock, { packages: all })).toBe(true)
  })

  test.each([
    { packages: {} },
    { packages: { 'node_modules/ws': { version: '8.22.0' } } },
    {
      packages: {
        'node_modules/ws': { version: '8.23.0' },
        'node_modules/stray': { version: '1.0.0' },
      },
    },
    {
      packages: {
        'node_modules/ws': { version: '8.23.0' },
        'node_modules/fsevents': { version: '2.3.2' },
      },
    },
    {},
  ])('%j is not', (installed) => {
    expect(installationMatches(lock, installed)).toBe(false)
  })
})
