import { expect, test } from 'vitest'
import { HOUR } from '../../../shared/time/instant.ts'
import { bandsOf } from './bands.ts'
import { MIDNIGHT } from './load-fixture.ts'

const day = { from: MIDNIGHT, until: MIDNIGHT + 24 * HOUR }
const mark = (name: 'missing' | 'late', from: number, until: number) => ({
  mark: name,
  from: MIDNIGHT + from * HOUR,
  until: MIDNIGHT + until * HOUR,
})

test('marks of one kind that touch are one band, however they are told', () => {
  const marks = [mark('missing', 4, 5), mark('late', 4, 5), mark('missing', 3, 4)]
  expect(bandsOf({ marks }, day)).toEqual([mark('missing', 3, 5), mark('late', 4, 5)])
})

test('a band ends where the chart does', () => {
  const marks = [mark('missing', -2, 1), mark('missing', 23, 30), mark('late', 25, 26)]
  expect(bandsOf({ marks }, day)).toEqual([mark('missing', 0, 1), mark('missing', 23, 24)])
})
