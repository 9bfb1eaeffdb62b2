import { expect, test } from 'vitest'
import { adHocPowerW } from './ad-hoc-power.ts'
import { anAssignment } from './tariff-fixture.ts'

const connectors = [
  { stationId: 'slow', connectorId: 1, maxPowerW: 11_000 },
  { stationId: 'fast', connectorId: 1, maxPowerW: 22_000 },
  { stationId: 'fast', connectorId: 2, maxPowerW: 150_000 },
  { stationId: 'new', connectorId: 1, maxPowerW: null },
]
const at = (...told: Parameters<typeof anAssignment>[0][]) =>
  adHocPowerW(told.map(anAssignment), connectors)
const t = { tariffId: 't' }

test('a tariff is paid on the spot where it is for anybody', () => {
  expect(at()).toBe(150_000)
  expect(at(t)).toBe(150_000)
  expect(at({ ...t, stationId: 'slow' })).toBe(11_000)
  expect(at({ ...t, stationId: 'fast', connectorId: 1 })).toBe(22_000)
  expect(at({ ...t, stationId: 'slow' }, { ...t, stationId: 'fast' })).toBe(150_000)
  expect(at({ ...t, stationId: 'new' })).toBeNull()
})

test('who has a contract, or doesn’t pay on the spot, doesn’t count', () => {
  for (const told of [
    { customerId: 'c' },
    { customerGroup: 'residents' },
    { idToken: 'CARD' },
    { settlement: 'invoice' as const },
    { settlement: 'free' as const },
  ])
    expect(at({ ...t, ...told })).toBeNull()
  expect(at({ ...t, settlement: 'pay' })).toBe(150_000)
})
