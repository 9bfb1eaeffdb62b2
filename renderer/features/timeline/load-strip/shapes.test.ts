import { expect, test } from 'vitest'
import { areaBetween, stepArea, stepLine } from './shapes.ts'

const place = { x: (index: number) => index * 10, y: (powerW: number) => 100 - powerW }

test('a line holds each value over its slot and steps to the next', () => {
  expect(stepLine([20, 20, 50], place)).toBe('M0 80H10H20V50H30')
})

test('where nothing is known the line is broken', () => {
  expect(stepLine([20, null, 50], place)).toBe('M0 80H10M20 50H30')
  expect(stepLine([null], place)).toBe('')
})

test('an area goes along its upper line and back along its lower one', () => {
  expect(stepArea([20, 50], place)).toBe('M0 100V80H10V50H20V100H10V100H0Z')
})

test('between two lines there is an area only where the upper one lies above', () => {
  expect(areaBetween([10, 10, 10], [10, 30, 5], place)).toBe('M10 90V70H20V90H10Z')
  expect(areaBetween([null, 10], [30, 10], place)).toBe('')
})
