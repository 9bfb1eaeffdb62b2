import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connectedPower, feederTree, makesLoop, pathOf } from './feeder-tree.ts'

const feeder = (id: string, parentId: string | null) => ({ id, parentId, name: id })
const site = [feeder('b', null), feeder('a10', 'a'), feeder('a', null), feeder('a2', 'a')]

test('a feeder can’t hang on itself, nor on one that hangs on it', () => {
  expect(makesLoop(site, 'a', 'a')).toBe(true)
  expect(makesLoop(site, 'a', 'a2')).toBe(true)
  expect(makesLoop(site, 'a2', 'b')).toBe(false)
  expect(makesLoop(site, 'a', null)).toBe(false)
})

test('feeders that were moved only where it makes no loop never have one', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const move = fc.record({
    id: fc.constantFrom(...ids),
    parentId: fc.option(fc.constantFrom(...ids)),
  })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      let feeders = ids.map((id) => feeder(id, null))
      for (const { id, parentId } of moves)
        if (!makesLoop(feeders, id, parentId))
          feeders = feeders.map((one) => (one.id === id ? { ...one, parentId } : one))
      expect(feederTree(feeders)).toHaveLength(ids.length)
      for (const id of ids) {
        const [last] = pathOf(feeders, id).slice(-1)
        expect(feeders.find((one) => one.id === last)?.parentId).toBeNull()
      }
    }),
  )
})

test('each feeder is followed by those below it, by name and number', () => {
  expect(feederTree(site).map(({ feeder: { id }, depth }) => [id, depth])).toEqual([
    ['a', 0],
    ['a2', 1],
    ['a10', 1],
    ['b', 0],
  ])
})

test('what hangs below counts above too, and what nobody has told is counted apart', () => {
  const stations = [
    { id: 's1', feederId: 'a2', retiredAt: null },
    { id: 's2', feederId: 'a', retiredAt: null },
    { id: 's3', feederId: null, retiredAt: null },
    { id: 'gone', feederId: 'a', retiredAt: 1 },
  ]
  const connectors = [
    { stationId: 's1', connectorId: 0, maxPowerW: null },
    { stationId: 's1', connectorId: 1, maxPowerW: 22_000 },
    { stationId: 's1', connectorId: 2, maxPowerW: null },
    { stationId: 's2', connectorId: 1, maxPowerW: 11_000 },
    { stationId: 's3', connectorId: 1, maxPowerW: 50_000 },
    { stationId: 'gone', connectorId: 1, maxPowerW: 99_000 },
  ]
  expect(Object.fromEntries(connectedPower(site, stations, connectors))).toEqual({
    null: { connectedW: 83_000, stations: 3, untold: 1 },
    a: { connectedW: 33_000, stations: 2, untold: 1 },
    a2: { connectedW: 22_000, stations: 1, untold: 1 },
    a10: { connectedW: 0, stations: 0, untold: 0 },
    b: { connectedW: 0, stations: 0, untold: 0 },
  })
})
