import { expect, test } from 'vitest'
import { connectorStatus } from '../../../shared/domain/connector/connector.ts'
import { chargeStateOf, chargeStateOrder, colourOf } from './charge-state.ts'

test('a connector of a station that is not online is offline, whatever it last said', () => {
  for (const status of connectorStatus.options) expect(chargeStateOf(status, false)).toBe('offline')
})

test('only a fault is red', () => {
  const red = chargeStateOrder.filter((state) => colourOf(state) === '--lp-fault')
  expect(red).toEqual(['fault'])
})

test('every state has its place in the order of what to do first', () => {
  for (const status of connectorStatus.options)
    expect(chargeStateOrder).toContain(chargeStateOf(status, true))
  expect(new Set(chargeStateOrder).size).toBe(chargeStateOrder.length)
})
