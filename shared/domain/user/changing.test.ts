import { expect, test } from 'vitest'
import { adding, becoming } from './changing.ts'
import type { Role } from './role.ts'
import type { User } from './user.ts'

const person = (name: string, role: Role, archivedAt: number | null = null): User => ({
  ...{ id: name, name, role, language: null, archivedAt, createdAt: 0, updatedAt: 0 },
})
const kim = person('Kim', 'supervisor')
const li = person('Li', 'attendant')

test('the first user has to be a supervisor, those after needn’t', () => {
  expect(adding([], { name: 'Li', role: 'operator' })).toEqual({ code: 'firstSupervisor' })
  expect(adding([], { name: 'Li', role: 'supervisor' })).toBeNull()
  expect(adding([kim], { name: 'Li', role: 'viewer' })).toBeNull()
})

test('a name is given once, whatever its case, to those who left too', () => {
  const gone = person('Åsa', 'viewer', 5)
  expect(adding([kim, gone], { name: 'kIM', role: 'viewer' })).toEqual({
    ...{ code: 'nameTaken', userId: 'Kim', archived: false },
  })
  expect(adding([kim, gone], { name: 'ÅSA', role: 'viewer' })).toMatchObject({ archived: true })
})

test('the last supervisor stays one', () => {
  expect(becoming([kim, li], kim, 'operator')).toEqual({ code: 'lastSupervisor' })
  expect(becoming([kim, li], kim, null)).toEqual({ code: 'lastSupervisor' })
  expect(becoming([kim, li], kim, 'supervisor')).toBeNull()
  expect(becoming([kim, li], li, null)).toBeNull()
})

test('another supervisor counts only as long as they work here', () => {
  const other = person('Alex', 'supervisor')
  expect(becoming([kim, other], kim, null)).toBeNull()
  expect(becoming([kim, { ...other, archivedAt: 5 }], kim, null)).toEqual({
    code: 'lastSupervisor',
  })
})
