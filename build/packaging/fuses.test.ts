import { describe, expect, test } from 'vitest'
import { fuseProblems, fuses, fusesIn } from './fuses.mjs'

const decided = fuses.map(({ on }) => on)

const binary = (wire: string, version = 1) =>
  Buffer.concat([
    Buffer.from('MZ...dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([version, wire.length]),
    Buffer.from(`${wire}and so on`),
  ])

describe('fuses', () => {
  test('are read from behind the sentinel, removed ones as null', () => {
    expect(fusesIn(binary('01r0'))).toEqual([false, true, null, false])
  })

  test('of another version, or none at all, are not guessed at', () => {
    expect(() => fusesIn(binary('01', 2))).toThrow('version 2')
    expect(() => fusesIn(Buffer.from('MZ'))).toThrow('no fuse wire')
  })

  test('as decided are fine', () => {
    expect(fuseProblems(decided)).toEqual([])
  })

  test('that let other code run are a problem', () => {
    expect(fuseProblems([true, ...decided.slice(1)])).toEqual(['RunAsNode is on'])
  })

  test('that nobody has decided about, or that are missing, are a problem', () => {
    expect(fuseProblems([...decided, false])).toEqual([`fuse ${fuses.length} is new and undecided`])
    expect(fuseProblems(decided.slice(0, -1))).toEqual([
      'WasmTrapHandlers is missing in this Electron',
    ])
  })
})
