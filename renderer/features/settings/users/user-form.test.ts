import { expect, test } from 'vitest'
import type { User } from '../../../../shared/domain/user/user.ts'
import { isLastSupervisor, nameFlaw, userPatchOf } from './user-form.ts'

const user = (name: string, role: User['role'], archivedAt: number | null = null): User => ({
  ...{ id: name, name, role, language: null, archivedAt, createdAt: 0, updatedAt: 0 },
})
const kim = user('Kim', 'supervisor')
const bo = user('Bo', 'viewer')

test('a name is somebody’s for ever, however it is written', () => {
  expect(nameFlaw('  kim ', [kim])).toBe('taken')
  expect(nameFlaw('KIM', [user('Kim', 'viewer', 5)])).toBe('taken')
  expect(nameFlaw('Kim B', [kim])).toBeNull()
})

test('what stands for a machine in the journal is nobody’s name', () => {
  expect(nameFlaw('API', [])).toBe('reserved')
  expect(nameFlaw('Charger 7', [])).toBe('reserved')
})

test('a name has 1 to 60 characters', () => {
  expect(nameFlaw('   ', [])).toBe('length')
  expect(nameFlaw('x'.repeat(61), [])).toBe('length')
  expect(nameFlaw('x'.repeat(60), [])).toBeNull()
})

test('the only supervisor who works here is the last; an archived one is no other', () => {
  expect(isLastSupervisor([kim, bo], kim)).toBe(true)
  expect(isLastSupervisor([kim, user('Ann', 'supervisor', 5)], kim)).toBe(true)
  expect(isLastSupervisor([kim, user('Ann', 'supervisor')], kim)).toBe(false)
  expect(isLastSupervisor([kim, bo], bo)).toBe(false)
})

test('only what differs is sent', () => {
  expect(userPatchOf({ role: 'viewer', language: null }, bo)).toEqual({})
  expect(userPatchOf({ role: 'operator', language: 'sv' }, bo)).toEqual({
    ...{ role: 'operator', language: 'sv' },
  })
})
