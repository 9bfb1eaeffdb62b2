import { describe, expect, it } from 'vitest'
import { USAGE, readArguments } from './arguments.ts'

const given = ['--ocpp', 'ws://h:1/ocpp', '--api', 'http://h:2', '--token-file', '/d/token']

describe('the demo’s arguments', () => {
  it('default to real time and a memory beside the token', () => {
    expect(readArguments(given)).toEqual({
      ocpp: 'ws://h:1/ocpp',
      api: 'http://h:2',
      tokenFile: '/d/token',
      speed: 1,
      memoryFile: '/d/demo-stations.json',
    })
  })

  it.each([
    [given.slice(2), USAGE],
    [[...given, '--speed', '0'], '--speed: give a number above 0 and at most 3600'],
    [[...given, '--speed', 'fast'], '--speed: give a number above 0 and at most 3600'],
  ])('are refused with a sentence: %j', (argv, sentence) => {
    expect(readArguments(argv)).toBe(sentence)
  })
})
