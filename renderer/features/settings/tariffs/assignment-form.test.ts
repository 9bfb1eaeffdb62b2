import { expect, test } from 'vitest'
import {
  assignmentFlaws,
  assignmentInputOf,
  emptyAssignment,
  usualHours,
} from './assignment-form.ts'

const filled = {
  tariffId: 'night',
  kind: 'site',
  stationId: 'a1',
  connectorId: '2',
  customerId: 'norrbud',
  customerGroup: ' Boende ',
  idToken: ' CARD ',
  isFlexible: false,
  hours: null,
  settlement: 'invoice',
} as const

test('only what it is for has to be told', () => {
  expect(assignmentFlaws(emptyAssignment)).toEqual(['tariffId'])
  const flaws = (kind: typeof emptyAssignment.kind) =>
    assignmentFlaws({ ...emptyAssignment, tariffId: 'night', kind })
  expect(flaws('site')).toEqual([])
  expect(flaws('station')).toEqual(['stationId'])
  expect(flaws('connector')).toEqual(['stationId', 'connectorId'])
  expect(flaws('customer')).toEqual(['customerId'])
  expect(flaws('customerGroup')).toEqual(['customerGroup'])
  expect(flaws('idToken')).toEqual(['idToken'])
})

test('what is sent is for that alone', () => {
  const nobody = {
    tariffId: 'night',
    stationId: null,
    connectorId: null,
    customerId: null,
    customerGroup: null,
    idToken: null,
    isFlexible: null,
    hours: null,
    settlement: 'invoice',
  }
  const sent = (kind: typeof emptyAssignment.kind) => assignmentInputOf({ ...filled, kind })
  expect(sent('site')).toEqual(nobody)
  expect(sent('connector')).toEqual({ ...nobody, stationId: 'a1', connectorId: 2 })
  expect(sent('customer')).toEqual({ ...nobody, customerId: 'norrbud' })
  expect(sent('customerGroup')).toEqual({ ...nobody, customerGroup: 'Boende' })
  expect(sent('idToken')).toEqual({ ...nobody, idToken: 'CARD' })
  const ofFlexible = assignmentInputOf({ ...filled, isFlexible: true })
  expect(ofFlexible).toEqual({ ...nobody, isFlexible: true })
  expect(assignmentInputOf(emptyAssignment)).toBeNull()
})

test('hours may go past midnight, on days that are chosen', () => {
  expect(assignmentInputOf({ ...filled, hours: usualHours })).toMatchObject({
    hours: [{ weekdays: [1, 2, 3, 4, 5], from: 1_320, until: 360 }],
  })
  const flaws = (told: Partial<typeof usualHours>) =>
    assignmentFlaws({ ...filled, hours: { ...usualHours, ...told } })
  expect(flaws({ weekdays: [] })).toEqual(['days'])
  expect(flaws({ until: '22:00' })).toEqual(['times'])
  expect(flaws({ from: '' })).toEqual(['times'])
  expect(flaws({ from: '00:00', until: '24:00' })).toEqual([])
})
