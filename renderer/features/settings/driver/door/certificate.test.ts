import { expect, test } from 'vitest'
import { DAY, HOUR } from '../../../../../shared/time/instant.ts'
import { certStanding } from './certificate.ts'

const now = Date.parse('2026-03-01T12:00:00Z')

test('a certificate is to be renewed from 14 days before its end on', () => {
  expect(certStanding(null, now)).toEqual({ is: 'good' })
  expect(certStanding(now + 14 * DAY + 1, now)).toEqual({ is: 'good' })
  expect(certStanding(now + 14 * DAY, now)).toEqual({ is: 'soon', days: 14 })
  expect(certStanding(now + 23 * HOUR, now)).toEqual({ is: 'soon', days: 0 })
  expect(certStanding(now, now)).toEqual({ is: 'over' })
})
