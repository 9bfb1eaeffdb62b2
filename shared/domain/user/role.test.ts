import { expect, test } from 'vitest'
import { mayDo, right, rolesWith, type Role } from './role.ts'

const rightsOf = (role: Role) => right.options.filter((each) => mayDo(role, each))

test('each role may do its own and no more', () => {
  expect(rightsOf('viewer')).toEqual(['anyone', 'look'])
  expect(rightsOf('attendant')).toEqual(['anyone', 'look', 'seeMoney', 'attend', 'refund'])
  expect(rightsOf('operator')).toEqual(['anyone', 'look', 'attend', 'plan', 'operate'])
  expect(rightsOf('accountant')).toEqual(['anyone', 'look', 'seeMoney', 'account'])
  expect(rightsOf('supervisor')).toEqual(right.options)
})

test('who may is told by role, the least first', () => {
  expect(rolesWith('attend')).toEqual(['attendant', 'operator', 'supervisor'])
  expect(rolesWith('supervise')).toEqual(['supervisor'])
})
