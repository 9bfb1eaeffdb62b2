import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hitLike } from './hit-fixture.ts'
import { mayBePlate, onEnter, stepInList } from './on-enter.ts'

const facts = {
  staysByPlate: new Map([['DEF456', 'stay-1']]),
  placeKeys: new Set(['A3', 'BAY12']),
}

it('takes a plate in at once, without waiting for the hub', () => {
  expect(onEnter('abc 123', null, facts)).toEqual({ kind: 'walkUp', plate: 'abc 123' })
  expect(onEnter('ABC12D', [], facts)).toEqual({ kind: 'walkUp', plate: 'ABC12D' })
})

it('opens the car that stands here, however its plate is written', () => {
  expect(onEnter('def-456', null, facts)).toEqual({ kind: 'stay', bookingId: 'stay-1' })
})

it('takes a car in that has been here before and is gone', () => {
  const past = hitLike({ isExact: true, state: 'left' })
  expect(onEnter('ABC 123', [past], facts)).toMatchObject({ kind: 'walkUp' })
})

it('waits for the hub with names, numbers and connectors, and opens what it finds first', () => {
  const receipt = hitLike({ kind: 'receipt', field: 'receipt', isExact: true })
  for (const text of ['1042', 'Andersson', '070-123 45 67', 'A3', 'bay12', 'bay 12 · 2'])
    expect(onEnter(text, null, facts)).toEqual({ kind: 'wait' })
  expect(onEnter('1042', [receipt], facts)).toEqual({ kind: 'hit', hit: receipt })
})

it('takes letters for a plate of somebody’s own where nothing is called so', () => {
  expect(onEnter('SPARKY', [], facts)).toEqual({ kind: 'walkUp', plate: 'SPARKY' })
  expect(onEnter('1042', [], facts)).toEqual({ kind: 'nothing' })
  expect(onEnter('  ', null, facts)).toEqual({ kind: 'nothing' })
})

it('offers a walk-up for whatever may be a plate', () => {
  expect(['ABC 123', 'ABC 12D', 'anna'].every(mayBePlate)).toBe(true)
  expect(['1042', '+46 70', 'a', 'much too long for one'].some(mayBePlate)).toBe(false)
})

it('walks the list round and round, the box among its rows', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.integer({ min: -1, max: 19 }), (length, from) => {
      const at = Math.min(from, length - 1)
      expect(stepInList(stepInList(at, 1, length), -1, length)).toBe(length === 0 ? -1 : at)
    }),
  )
})
