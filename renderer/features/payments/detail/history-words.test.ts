import { expect, it } from 'vitest'
import { stripeCallKind, stripeCallState } from '../../../../shared/domain/payment/stripe-call.ts'
import { words } from '../../../i18n/en/payments.ts'
import { callOf } from './history-words.ts'

it('takes every call to Stripe apart, and has words for both parts', () => {
  for (const kind of stripeCallKind.options)
    for (const state of stripeCallState.options) {
      expect(callOf(`${kind}.${state}`)).toEqual({ kind, state })
      expect(words.history).toHaveProperty([`call/${kind.replace('.', '/')}`])
      expect(words.history).toHaveProperty([`call/${state}`])
    }
})

it('leaves a call whole whose state nobody knows', () => {
  expect(callOf('intent.create')).toEqual({ kind: 'intent.create', state: null })
})

it('has words for what the journal tells of a payment', () => {
  const acts = [
    ...['open', 'waits', 'take', 'cancel', 'cancelled', 'capture', 'captureRefused', 'tried'],
    ...['failed', 'processing', 'held', 'paid', 'lapses', 'expired', 'unknown', 'again', 'drop'],
    'found',
  ]
  for (const act of acts) expect(words.history).toHaveProperty([`payment/${act}`])
})
