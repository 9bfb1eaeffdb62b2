import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { defaultFlags, flagArguments, helpText, parseFlags } from './flags.mjs'

describe('flags', () => {
  test('without any, every flag has its documented default', () => {
    expect(parseFlags([])).toEqual({ ok: true, flags: defaultFlags })
    expect(defaultFlags).toMatchObject({ ocppPort: 9220, apiPort: 9221, demoSpeed: 1 })
  })

  test('a value follows after a space or an equals sign', () => {
    const spaced = parseFlags(['--data', '/tmp/site', '--ocpp-port', '0'])
    expect(spaced).toEqual(parseFlags(['--data=/tmp/site', '--ocpp-port=0']))
    expect(spaced).toMatchObject({ ok: true, flags: { data: '/tmp/site', ocppPort: 0 } })
  })

  test.each([
    [['--dmeo'], '--dmeo'],
    [['extra'], 'extra'],
    [['--ocpp-port', '65536'], '65536'],
    [['--api-port', 'http'], 'http'],
    [['--demo-speed', '0'], '0'],
    [['--demo-speed', 'fast'], 'fast'],
    [['--data'], '--data'],
    [['--data', '--demo'], '--data'],
    [['--demo=yes'], '--demo'],
    [['--wipe-demo'], '--demo'],
    [['verify', '--headless'], 'verify'],
    [['verify', '--api-port', '0'], 'verify'],
    [['verify', 'verify'], 'verify'],
    [['--demo', 'verify'], 'verify'],
    [['--constructor'], '--constructor'],
    [['toString'], 'toString'],
  ])('%j is refused with a sentence that names it', (args, named) => {
    const parsed = parseFlags(args)
    expect(parsed.ok).toBe(false)
    expect(parsed).toHaveProperty('message', expect.stringContaining(named))
  })

  test('flags handed on to the next process come out the same', () => {
    const port = fc.integer({ min: 0, max: 65_535 })
    const path = fc.stringMatching(/^[a-z/][a-z/ =-]{0,20}$/)
    const flags = fc
      .record({
        demo: fc.boolean(),
        newHubSecret: fc.boolean(),
        headless: fc.boolean(),
        data: fc.option(path),
        host: fc.option(fc.constantFrom('127.0.0.1', '::1', '0.0.0.0')),
        ocppPort: port,
        apiPort: port,
        demoSpeed: fc.integer({ min: 1, max: 3600 }),
        wipeDemo: fc.boolean(),
      })
      .map((some) => ({
        ...some,
        help: false,
        verify: false,
        wipeDemo: some.demo && some.wipeDemo,
        demoSpeed: some.demo ? some.demoSpeed : 1,
      }))
    fc.assert(
      fc.property(flags, (given) => {
        expect(parseFlags(flagArguments(given))).toEqual({ ok: true, flags: given })
      }),
    )
  })

  test('verify is a command that only wants to know which folder', () => {
    const verify = { ...defaultFlags, verify: true, data: '/tmp/site' }
    expect(parseFlags(['verify', '--data', '/tmp/site'])).toEqual({ ok: true, flags: verify })
    expect(parseFlags(flagArguments(verify))).toEqual({ ok: true, flags: verify })
    expect(parseFlags(['verify', '--demo'])).toMatchObject({ ok: true, flags: { demo: true } })
  })

  test('the help text names every flag', () => {
    const switches = { demo: true, wipeDemo: true, newHubSecret: true, headless: true }
    const all = { ...switches, data: 'd', host: 'h' }
    const names = flagArguments({ ...defaultFlags, ...all }).filter((arg) => arg.startsWith('--'))
    expect(names).toHaveLength(9)
    expect(names.filter((name) => !helpText.includes(name))).toEqual([])
  })
})
