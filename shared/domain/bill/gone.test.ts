import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { simpleTariff } from '../tariff/tariff-fixture.ts'
import { overAt } from './finalise.ts'
import { goneAt, type Leaving } from './gone.ts'
import type { StayMark } from './stay-mark.ts'
import { aTransaction, T0 } from './stay-fixture.ts'

const STOP = T0 + 2 * HOUR
const nothingElse: Leaving = { nextStartsAt: null, leftAt: null, unknownSince: null }
const mark = (minute: number, word: StayMark['word']): StayMark => ({
  at: T0 + minute * MINUTE,
  word,
})
const gone = (marks: StayMark[], leaving: Partial<Leaving> = {}, transaction = aTransaction()) =>
  goneAt(transaction, marks, { ...nothingElse, ...leaving })

test('a car that charges is there, whatever its connector says', () => {
  const running = aTransaction({ stoppedAt: null })
  expect(gone([mark(10, 'Available')], { nextStartsAt: T0 + HOUR }, running)).toBeNull()
})

test('a car is gone when its connector is free after the stop', () => {
  const charged = [mark(0, 'Charging'), mark(120, 'Finishing')]
  expect(gone(charged)).toBeNull()
  expect(gone([...charged, mark(150, 'Available')])).toBe(STOP + 30 * MINUTE)
  expect(gone([...charged, mark(150, 'Unavailable')])).toBe(STOP + 30 * MINUTE)
})

test('a car that was told gone before the stop was, was gone with it', () => {
  expect(gone([mark(0, 'Charging'), mark(119, 'Available')])).toBe(STOP)
  expect(gone([mark(0, 'Charging')], {}, aTransaction({ stopReason: 'EVDisconnected' }))).toBe(STOP)
})

test('a fault while it charged doesn’t send it away', () => {
  expect(gone([mark(0, 'Charging'), mark(60, 'Faulted'), mark(70, 'Charging')])).toBeNull()
})

test('where nothing is told of a plug nobody is billed for one', () => {
  expect(gone([])).toBe(STOP)
  expect(gone([mark(-5, 'Preparing')])).toBe(STOP)
})

test('the next car, its booking and a silent charger end a stay too, not before the stop', () => {
  const there = [mark(0, 'Charging'), mark(120, 'Finishing')]
  const later = STOP + HOUR
  expect(gone(there, { nextStartsAt: later })).toBe(later)
  expect(gone(there, { leftAt: later, nextStartsAt: later + 1 })).toBe(later)
  expect(gone(there, { unknownSince: T0 })).toBe(STOP)
})

test('a stay is over at its stop where standing there costs nothing, else when the car is gone', () => {
  const parking = {
    ocpi: {
      ...simpleTariff,
      elements: [
        { price_components: [{ type: 'PARKING_TIME' as const, price: 60, step_size: 1 }] },
      ],
    },
  }
  const transaction = aTransaction()
  expect(overAt(transaction, null, { ocpi: simpleTariff })).toBe(STOP)
  expect(overAt(transaction, null, null)).toBe(STOP)
  expect(overAt(transaction, null, parking)).toBeNull()
  expect(overAt(transaction, STOP + HOUR, parking)).toBe(STOP + HOUR)
  expect(overAt(aTransaction({ stoppedAt: null }), null, null)).toBeNull()
})
