import { expect, test } from 'vitest'
import { periodsOfForm, type SimulatorForm } from './simulator-form.ts'

const form: SimulatorForm = {
  arrives: '2026-06-01T18:00',
  departs: '2026-06-01T20:00',
  needKwh: '11',
  powerKw: '11',
  reservedMin: '0',
  comes: true,
}
const tried = (told: Partial<SimulatorForm>, graceMin = 0) => {
  const read = periodsOfForm({ ...form, ...told }, 'Europe/Stockholm', graceMin)
  return 'flaws' in read
    ? read.flaws
    : read.periods.map(({ state, seconds }) => `${state} ${seconds / 60}`)
}

test('a session charges what it needs and parks until it leaves, less the grace', () => {
  expect(tried({})).toEqual(['CHARGING 60', 'PARKING 60'])
  expect(tried({}, 15)).toEqual(['CHARGING 60', 'PARKING 45'])
  expect(tried({ needKwh: '' })).toEqual(['CHARGING 120'])
})

test('a reservation comes before it, or instead of it', () => {
  expect(tried({ reservedMin: '30' })).toEqual(['RESERVATION 30', 'CHARGING 60', 'PARKING 60'])
  expect(tried({ reservedMin: '30', comes: false })).toEqual(['RESERVATION_EXPIRED 30'])
})

test('what can’t be is told', () => {
  expect(tried({ departs: '2026-06-01T18:00' })).toEqual(['leaves'])
  expect(tried({ arrives: '', needKwh: 'x', powerKw: '', reservedMin: '1,5' })).toEqual([
    'comes',
    'need',
    'power',
    'reservedMin',
  ])
})
