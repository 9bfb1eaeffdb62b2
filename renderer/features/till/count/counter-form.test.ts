import { expect, test } from 'vitest'
import { countedMinor, denominationsIn, piecesOf, stepped } from './counter-form.ts'

const values = [10_000, 2_000, 100]

test('what nobody has typed is none of it', () => {
  expect(piecesOf({}, 100)).toBe(0)
  expect(denominationsIn({}, values)).toEqual([])
})

test('pieces are whole numbers, with spaces between thousands or without', () => {
  expect(piecesOf({ 100: '1 200' }, 100)).toBe(1_200)
  for (const typed of ['1,5', '-1', 'ett', '1e3', '1000000', '100001'])
    expect(piecesOf({ 100: typed }, 100)).toBeUndefined()
  expect(denominationsIn({ 100: '1,5' }, values)).toBeUndefined()
})

test('a step goes from what is typed, and never below none', () => {
  expect(stepped({ 100: '7' }, 100, 1)).toEqual({ 100: '8' })
  expect(stepped({ 100: '1' }, 100, -1)).toEqual({ 100: '' })
  expect(stepped({}, 100, -1)).toEqual({ 100: '' })
  expect(stepped({ 100: 'x' }, 100, 1)).toEqual({ 100: '1' })
  expect(stepped({ 100: '100000' }, 100, 1)).toEqual({ 100: '100000' })
})

test('what is counted is each value as often as there are pieces', () => {
  const counted = { 10_000: '2', 2_000: '', 100: '15' }
  expect(countedMinor(counted, values)).toBe(21_500)
  expect(denominationsIn(counted, values)).toEqual([
    { valueMinor: 10_000, pieces: 2 },
    { valueMinor: 100, pieces: 15 },
  ])
})
