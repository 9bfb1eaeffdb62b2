import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../time/instant.ts'
import { again, delivered, interrupted, isTooLate, waitMs } from './delivery.ts'
import type { Message } from './message.ts'
import { mayBeSentFrom } from './quiet-hours.ts'
import { firstMessageTerms, gatewayAddress, messageTermsWords, termsFlaws } from './terms.ts'

const NOW = Date.UTC(2026, 10, 28, 12)
const message: Message = {
  ...{ id: 'm', visitId: 'v', template: 'ready', occasion: '', language: 'en', channel: 'email' },
  ...{ to: 'kim@example.com', state: 'sending', attempts: 1, rounds: 0, doubts: 0, nextAt: NOW },
  ...{ way: 'smtp', fault: null, said: '', beganAt: NOW, sentAt: null },
  ...{ createdAt: NOW, updatedAt: NOW },
}
const notNow = (mayHaveGone: boolean) => ({
  ...{ kind: 'notNow' as const, fault: 'silent' as const, said: 'x', of: 'server' as const },
  mayHaveGone,
})
const at = (now: number) => ({ now, jitter: 1 })

describe('a message', () => {
  test('that can’t be sent now is tried later, longer each time', () => {
    expect(delivered(message, notNow(false), at(NOW))).toMatchObject({
      ...{ state: 'waiting', fault: 'silent', nextAt: NOW + 30 * SECOND, doubts: 0 },
    })
    expect([1, 2, 3, 20].map((tries) => waitMs(tries, 1))).toEqual([
      ...[30 * SECOND, MINUTE, 2 * MINUTE, HOUR],
    ])
    expect(waitMs(1, 0)).toBe(15 * SECOND)
  })

  test('is given up after a day, and never tried again where it was refused', () => {
    expect(delivered(message, notNow(false), at(NOW + DAY)).state).toBe('failed')
    expect(isTooLate(message, NOW + DAY + 1)).toBe(true)
    const refused = { kind: 'refused', fault: 'receiverRefused', said: 'no' } as const
    expect(delivered(message, refused, at(NOW))).toMatchObject({ state: 'failed', said: 'no' })
  })

  test('that may have gone is sent once more and no more', () => {
    const once = { ...message, ...delivered(message, notNow(true), at(NOW)) }
    expect(once).toMatchObject({ state: 'waiting', doubts: 1 })
    expect(delivered(once, notNow(true), at(NOW))).toMatchObject({ state: 'failed', doubts: 2 })
    const killed = { ...message, ...interrupted(message, NOW) }
    expect(killed).toMatchObject({ state: 'waiting', doubts: 1 })
    expect(interrupted(killed, NOW)).toMatchObject({ state: 'failed', fault: 'unclear' })
    expect(interrupted(once, NOW)).toMatchObject({ state: 'failed', fault: 'unclear' })
  })

  test('that a person sends again begins anew, as another round', () => {
    expect(again({ ...message, doubts: 2, attempts: 9 }, NOW + DAY)).toMatchObject({
      ...{ state: 'waiting', rounds: 1, attempts: 0, doubts: 0, beganAt: NOW + DAY },
    })
  })
})

describe('at night', () => {
  const zone = 'Europe/Stockholm'
  const local = (text: string) => Temporal.ZonedDateTime.from(`${text}[${zone}]`).epochMilliseconds
  const night = local('2026-11-28T23:30')
  const morning = local('2026-11-29T07:00')

  test('a text message that asks for nothing waits for the morning', () => {
    expect(mayBeSentFrom('receipt', 'sms', night, zone)).toBe(morning)
    expect(mayBeSentFrom('refund', 'sms', local('2026-11-29T03:00'), zone)).toBe(morning)
    expect(mayBeSentFrom('receipt', 'sms', morning, zone)).toBe(morning)
  })

  test('what needs a hand is worth a sound, and a letter makes none', () => {
    for (const template of ['idleFeeSoon', 'placeFree', 'late', 'ready'] as const)
      expect(mayBeSentFrom(template, 'sms', night, zone)).toBe(night)
    expect(mayBeSentFrom('receipt', 'email', night, zone)).toBe(night)
  })

  test('the morning comes when the clock says so, also where it was put back', () => {
    const put = mayBeSentFrom('receipt', 'sms', local('2026-10-24T23:00'), zone)
    expect(put).toBe(local('2026-10-25T07:00'))
    expect(put - local('2026-10-24T23:00')).toBe(9 * HOUR)
  })
})

describe('the terms', () => {
  const smtp = { ...firstMessageTerms, way: 'smtp' as const, host: 'smtp.example.com' }

  test('of a server name it and whose letters they are', () => {
    expect(termsFlaws({ ...firstMessageTerms, way: 'smtp' })).toEqual(['host', 'fromAddress'])
    expect(termsFlaws({ ...smtp, fromAddress: 'a@example.com' })).toEqual([])
  })

  test('let a line be open to this machine alone', () => {
    const open = { ...smtp, security: 'none' as const, fromAddress: 'a@example.com' }
    expect(termsFlaws(open)).toEqual(['openLine'])
    for (const host of ['localhost', '127.0.0.1', '::1', '[::1]'])
      expect(termsFlaws({ ...open, host })).toEqual([])
    for (const host of ['localhost.evil.com', '127.0.0.1.evil.com', '10.0.0.1'])
      expect(termsFlaws({ ...open, host })).toEqual(['openLine'])
  })

  test('take a gateway that makes one address of a phone', () => {
    const { gateway } = messageTermsWords.shape
    expect(gateway.safeParse('{phone}@sms.example.com').success).toBe(true)
    expect(gatewayAddress('{phone}@sms.example.com', '46701234567')).toBe(
      '46701234567@sms.example.com',
    )
    for (const bad of ['sms.example.com', 'a@b.se', '{phone}{phone}@b.se', '{phone}@b.se, x@y.se'])
      expect(gateway.safeParse(bad).success).toBe(false)
  })

  test('take no header or command in a name', () => {
    for (const word of ['fromName', 'user'] as const)
      expect(messageTermsWords.shape[word].safeParse('a\r\nBcc: b').success).toBe(false)
    expect(messageTermsWords.shape.host.safeParse('a b\r\n').success).toBe(false)
  })
})
