import { expect, test } from 'vitest'
import { mayDo } from '../../shared/domain/user/role.ts'
import type { Role } from '../../shared/domain/user/role.ts'
import { rightsOfScreens, rightsOfSections } from './rights.ts'

const open = (rights: Readonly<Record<string, Parameters<typeof mayDo>[1]>>, role: Role) =>
  Object.entries(rights).flatMap(([name, right]) => (mayDo(role, right) ? [name] : []))

test('a supervisor may go everywhere', () => {
  expect(open(rightsOfScreens, 'supervisor')).toEqual(Object.keys(rightsOfScreens))
  expect(open(rightsOfSections, 'supervisor')).toEqual(Object.keys(rightsOfSections))
})

test('a viewer sees the site, and neither its money nor what sets it up', () => {
  const screens = open(rightsOfScreens, 'viewer')
  expect(screens).toEqual(expect.arrayContaining(['stations', 'timeline', 'load', 'journal']))
  for (const closed of ['payments', 'reports', 'adoption', 'import', 'desk'])
    expect(screens).not.toContain(closed)
})

test('an operator takes chargers in but sees no money; an accountant the other way round', () => {
  expect(open(rightsOfScreens, 'operator')).toContain('adoption')
  expect(open(rightsOfScreens, 'operator')).not.toContain('payments')
  expect(open(rightsOfScreens, 'accountant')).toContain('payments')
  expect(open(rightsOfScreens, 'accountant')).not.toContain('adoption')
})

test('who works here is for supervisors, how the window looks for everybody', () => {
  for (const role of ['viewer', 'attendant', 'operator', 'accountant'] as const) {
    expect(open(rightsOfSections, role)).not.toContain('users')
    expect(open(rightsOfSections, role)).toContain('appearance')
  }
})
