import { expect, test } from 'vitest'
import { mayDo } from '../../../shared/domain/user/role.ts'
import { rightOfEntry } from './palette-rights.ts'

test('the palette offers nobody what the hub would refuse', () => {
  expect(mayDo('attendant', rightOfEntry('take-0193'))).toBe(true)
  expect(mayDo('viewer', rightOfEntry('take-0193'))).toBe(false)
  expect(mayDo('attendant', rightOfEntry('stop-0193'))).toBe(false)
  expect(mayDo('operator', rightOfEntry('addStation'))).toBe(true)
  expect(mayDo('operator', rightOfEntry('users'))).toBe(false)
})

test('what only shows something is for everybody', () => {
  for (const id of ['shortcuts', 'light', 'lock', 'go-load', '01931c9e-7d00'])
    expect(rightOfEntry(id)).toBe('anyone')
})
