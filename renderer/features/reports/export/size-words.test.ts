import { expect, it } from 'vitest'
import { sizeWords } from './size-words.ts'

const number = (value: number, decimals = 0) => value.toFixed(decimals)

it.each([
  [0, '0 B'],
  [812, '812 B'],
  [45_300, '45 kB'],
  [3_240_000, '3.2 MB'],
  [1_500_000_000, '1.5 GB'],
])('says %i bytes as %s', (bytes, words) => {
  expect(sizeWords(bytes, number)).toBe(words)
})
