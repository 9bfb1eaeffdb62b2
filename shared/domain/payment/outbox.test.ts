import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../time/instant.ts'
import { aCall } from './call-fixture.ts'
import {
  answered,
  backOffMs,
  isOutOfDate,
  KEY_LASTS_MS,
  lookedFor,
  nextStep,
  sending,
  type StripeAnswer,
} from './outbox.ts'
import type { StripeCall } from './stripe-call.ts'

const NOW = Date.UTC(2026, 10, 2, 13)
const message = 'What Stripe said'
const times = { wasInDoubt: false, now: NOW, jitter: 1 }

/** A call that was sent now for the first time. */
const sent = (told: Partial<StripeCall> = {}): StripeCall => {
  const call = aCall(told)
  return { ...call, ...sending(call, NOW) }
}
const after = (answer: StripeAnswer, wasInDoubt = false): StripeCall => ({
  ...sent(),
  ...answered(sent(), answer, { ...times, wasInDoubt }),
})

test('before it is sent it is marked as sent, since when it may have been carried out', () => {
  expect(sent()).toMatchObject({ state: 'sent', attempts: 1, firstSentAt: NOW })
  const again = sent({ firstSentAt: NOW - HOUR, attempts: 3 })
  expect(again).toMatchObject({ attempts: 4, firstSentAt: NOW - HOUR })
})

test('done and refused are ends', () => {
  expect(after({ kind: 'done' })).toMatchObject({ state: 'done', endedAt: NOW })
  expect(after({ kind: 'refused', code: 'amount_too_small', message, param: '' })).toMatchObject({
    state: 'refused',
    errorCode: 'amount_too_small',
    endedAt: NOW,
  })
})

test('a call that nobody answered is sent again under the same key', () => {
  const silent = after({ kind: 'silent', neverSent: false, message })
  expect(silent).toMatchObject({ state: 'waiting', idempotencyKey: 'key-1', firstSentAt: NOW })
  expect(silent.dueAt).toBe(NOW + SECOND)
  expect(nextStep(silent, silent.dueAt)).toBe('send')
})

test('after 23 hours it is never sent again, but looked for', () => {
  const silent = after({ kind: 'silent', neverSent: false, message })
  expect(nextStep(silent, NOW + KEY_LASTS_MS)).toBe('send')
  expect(nextStep(silent, NOW + KEY_LASTS_MS + 1)).toBe('lookUp')
})

test.each<StripeAnswer>([
  { kind: 'silent', neverSent: true, message },
  { kind: 'tooMany', message },
  { kind: 'keyRefused', message },
  { kind: 'rightMissing', message },
])(
  'turned away at the door ($kind), it has not been carried out unless an earlier try was',
  (answer) => {
    expect(after(answer)).toMatchObject({ state: 'waiting', firstSentAt: null })
    expect(after(answer, true)).toMatchObject({ state: 'waiting', firstSentAt: NOW })
  },
)

test('a revoked key and a missing right wait for another key, and are tried now and then', () => {
  expect(after({ kind: 'keyRefused', message }).dueAt).toBe(NOW + 5 * MINUTE)
  expect(after({ kind: 'rightMissing', message }).dueAt).toBe(NOW + 5 * MINUTE)
})

test('a failure of Stripe’s is told again under its key, so it is looked for; absent, it is made under a new key', () => {
  const broken = after({ kind: 'broken', message })
  expect(nextStep(broken, broken.dueAt)).toBe('lookUp')
  const fresh = { newKey: 'key-2', now: NOW + MINUTE, jitter: 0 }
  expect(lookedFor(broken, { kind: 'found' }, fresh)).toMatchObject({ state: 'done' })
  expect(lookedFor(broken, { kind: 'absent' }, fresh)).toMatchObject({
    state: 'waiting',
    idempotencyKey: 'key-2',
    firstSentAt: null,
    errorCode: null,
  })
})

test('what was told a day ago and can’t be found is for a person to judge', () => {
  const silent = after({ kind: 'silent', neverSent: false, message })
  const late = { newKey: 'key-2', now: NOW + 30 * HOUR, jitter: 0 }
  expect(lookedFor(silent, { kind: 'absent' }, late)).toMatchObject({ state: 'unknown' })
  const refund = { ...silent, kind: 'refund.create' as const }
  expect(lookedFor(refund, { kind: 'absent' }, late)).toMatchObject({ state: 'unknown' })
})

test('what does nothing a second time is done again however late', () => {
  const late = { newKey: 'key-2', now: NOW + 30 * HOUR, jitter: 0 }
  for (const kind of ['intent.capture', 'intent.cancel', 'checkout.expire'] as const)
    expect(lookedFor(sent({ kind }), { kind: 'absent' }, late)).toMatchObject({ state: 'waiting' })
})

test('a page that was asked for again so late that its end is near is made anew', () => {
  const refused = { kind: 'refused', code: 'x', message, param: 'expires_at' } as const
  expect(isOutOfDate(sent(), refused)).toBe(true)
  expect(isOutOfDate(sent(), { ...refused, param: 'line_items' })).toBe(false)
  expect(isOutOfDate(sent({ kind: 'intent.create' }), refused)).toBe(false)
})

test('waiting doubles up to a minute, and no two wait alike', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 10_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempts, jitter) => {
        const ms = backOffMs(attempts, MINUTE, jitter)
        expect(ms).toBeGreaterThanOrEqual(500)
        expect(ms).toBeLessThanOrEqual(MINUTE)
      },
    ),
  )
  expect([1, 2, 3, 10].map((attempts) => backOffMs(attempts, MINUTE, 1))).toEqual([
    1_000, 2_000, 4_000, 60_000,
  ])
})

test('whatever Stripe answers, in whatever order: a key that may have been carried out is never replaced unseen', () => {
  const kinds = fc.constantFrom<StripeAnswer>(
    { kind: 'silent', neverSent: false, message },
    { kind: 'silent', neverSent: true, message },
    { kind: 'tooMany', message },
    { kind: 'inUse', message },
    { kind: 'broken', message },
    { kind: 'keyRefused', message },
  )
  fc.assert(
    fc.property(fc.array(kinds, { maxLength: 12 }), (answers) => {
      let call = aCall()
      let mayBeDone = false
      for (const answer of answers) {
        const wasInDoubt = call.firstSentAt !== null
        const marked = { ...call, ...sending(call, NOW) }
        call = { ...marked, ...answered(marked, answer, { ...times, wasInDoubt }) }
        mayBeDone ||=
          (answer.kind === 'silent' && !answer.neverSent) ||
          answer.kind === 'inUse' ||
          answer.kind === 'broken'
        expect(call.idempotencyKey).toBe('key-1')
        expect(call.firstSentAt !== null).toBe(mayBeDone)
      }
    }),
  )
})
