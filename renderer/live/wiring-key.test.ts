import { expect, test } from 'vitest'
import { emptyTables, type Tables } from './replica.ts'
import { wiringKeeper } from './wiring-key.ts'

/** A connector of which only what this is about is told. */
const connector = (about: object) =>
  ({ id: 'c', standard: null, powerType: null, maxPowerW: 11_000, powerW: 0, ...about }) as never
const withConnector = (about: object): Tables => ({
  ...emptyTables,
  connector: new Map([['c', connector(about)]]),
})

test('a meter value changes nothing that promises depend on, another power does', () => {
  const keyOf = wiringKeeper()
  const first = keyOf(withConnector({}), null)
  expect(keyOf(withConnector({ powerW: 9_000 }), null)).toBe(first)
  expect(keyOf(withConnector({ maxPowerW: 22_000 }), null)).not.toBe(first)
})

test('so do another limit, another connector and another base load', () => {
  const keyOf = wiringKeeper()
  const keys = [
    keyOf(emptyTables, null),
    keyOf({ ...emptyTables, temporaryLimit: new Map() }, null),
    keyOf(withConnector({}), null),
    keyOf(withConnector({}), {}),
  ]
  expect(new Set(keys).size).toBe(4)
})
