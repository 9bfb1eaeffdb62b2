import { expect, test } from 'vitest'
import { stepFor } from './steps.ts'

const all = { hasWish: true, hasAnswer: true, hasChosen: true }

test('with all there is, the step is the one that is named', () => {
  for (const step of ['wish', 'offers', 'details', 'line']) expect(stepFor(step, all)).toBe(step)
  expect(stepFor('', all)).toBe('home')
  expect(stepFor('elsewhere', all)).toBe('home')
})

test('a page that was reloaded goes on at the last step that there is enough for', () => {
  expect(stepFor('details', { ...all, hasChosen: false })).toBe('offers')
  expect(stepFor('details', { ...all, hasAnswer: false, hasChosen: false })).toBe('wish')
  expect(stepFor('line', { ...all, hasAnswer: false })).toBe('wish')
  expect(stepFor('offers', { hasWish: false, hasAnswer: false, hasChosen: false })).toBe('home')
})
