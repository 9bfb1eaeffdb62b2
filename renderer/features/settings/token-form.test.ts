import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idTokenInput } from '../../../shared/domain/id-token/id-token.ts'
import {
  emptyToken,
  endOfDay,
  lastDayOf,
  statusNow,
  tokenFlaws,
  tokenFormOf,
  tokenInput,
  withStatus,
} from './token-form.ts'

const zone = 'Europe/Stockholm'
const token = {
  id: 't',
  idToken: 'ABC123',
  status: 'Accepted' as const,
  label: 'Van',
  parentIdToken: null,
  vehicleId: null,
  customerId: null,
  expiresAt: endOfDay('2026-03-29', zone),
  createdAt: 0,
  updatedAt: 0,
}

test('a token is valid through its last day, on the days the clock is moved too', () => {
  expect(new Date(endOfDay('2026-03-29', zone)).toISOString()).toBe('2026-03-29T22:00:00.000Z')
  expect(new Date(endOfDay('2026-10-25', zone)).toISOString()).toBe('2026-10-25T23:00:00.000Z')
})

test('the last day comes back as it was typed', () => {
  const day = fc
    .integer({ min: 0, max: 20_000 })
    .map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }).toString())
  fc.assert(
    fc.property(
      day,
      fc.constantFrom(zone, 'America/St_Johns', 'Pacific/Apia'),
      (typed, timeZone) => {
        expect(lastDayOf(endOfDay(typed, timeZone), timeZone)).toBe(typed)
      },
    ),
  )
})

test('what an untouched form sends is the token as it stands', () => {
  const sent = tokenInput(tokenFormOf(token, zone), zone)
  expect(sent).toEqual(withStatus(token, 'Accepted'))
  expect(idTokenInput.safeParse(sent).success).toBe(true)
})

test('a token needs its text, and one too long for OCPP is told', () => {
  expect(tokenFlaws(emptyToken)).toEqual(['idToken'])
  expect(tokenFlaws({ ...emptyToken, idToken: 'x'.repeat(21) })).toEqual(['idToken'])
})

test('an accepted token past its last day has expired; a blocked one stays blocked', () => {
  expect(statusNow(token, token.expiresAt)).toBe('Expired')
  expect(statusNow(token, token.expiresAt - 1)).toBe('Accepted')
  expect(statusNow({ ...token, status: 'Blocked' }, token.expiresAt)).toBe('Blocked')
})
