import { expect, test } from 'vitest'
import { valueKind } from './value-kind.ts'

test.each([
  ['arrivesAt', 1_772_622_000_000, { kind: 'instant', at: 1_772_622_000_000 }],
  ['lockedUntil', 1_772_622_000_000, { kind: 'instant', at: 1_772_622_000_000 }],
  ['amountMinor', 12_500, { kind: 'money', minor: 12_500 }],
  ['need.energyWh', 18_200, { kind: 'energy', energyWh: 18_200 }],
  ['gridLimitW', 80_000, { kind: 'power', powerW: 80_000 }],
  ['gridLimitDa', 630, { kind: 'current', currentDa: 630 }],
  ['reservePct', 5, { kind: 'percent', pct: 5 }],
  ['lockAfterMin', 10, { kind: 'minutes', count: 10 }],
  ['stationId', 'abc', { kind: 'row', id: 'abc' }],
  ['connectorId', 2, { kind: 'text', text: '2' }],
  ['paid', false, { kind: 'yesNo', is: false }],
  ['note', '', { kind: 'none' }],
  ['name', 'A1', { kind: 'text', text: 'A1' }],
  ['days', [1, 2], { kind: 'text', text: '[1,2]' }],
] as const)('%s of %s is read by its name', (field, value, read) => {
  expect(valueKind(field, value)).toEqual(read)
})

test('a small number is no instant, whatever it is called', () => {
  expect(valueKind('until', 3)).toEqual({ kind: 'text', text: '3' })
})
