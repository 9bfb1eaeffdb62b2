import { expect, test } from 'vitest'
import { authorization } from './authorization.ts'

const now = Date.UTC(2026, 0, 1)
const token = { status: 'Accepted', expiresAt: null, parentIdToken: null } as const

test('a known token is answered with what the desk decided of it', () => {
  for (const status of ['Accepted', 'Blocked', 'Expired', 'Invalid'] as const) {
    expect(authorization({ ...token, status }, false, now)).toEqual({ status })
  }
})

test('its expiry and its group are told, and past its expiry it is Expired', () => {
  const expiresAt = now + 1
  expect(authorization({ ...token, expiresAt, parentIdToken: 'FLEET' }, false, now)).toEqual({
    status: 'Accepted',
    expiryDate: '2026-01-01T00:00:00.001Z',
    parentIdTag: 'FLEET',
  })
  expect(authorization({ ...token, expiresAt: now }, false, now).status).toBe('Expired')
})

test('a blocked token stays Blocked past its expiry', () => {
  expect(authorization({ ...token, status: 'Blocked', expiresAt: 0 }, false, now).status).toBe(
    'Blocked',
  )
})

test('an unknown token is Invalid unless the desk sent it', () => {
  expect(authorization(undefined, false, now)).toEqual({ status: 'Invalid' })
  expect(authorization(undefined, true, now)).toEqual({ status: 'Accepted' })
  // What the desk has blocked stays blocked, whoever asks.
  expect(authorization({ ...token, status: 'Blocked' }, true, now).status).toBe('Blocked')
})
