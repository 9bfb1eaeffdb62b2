import { expect, test } from 'vitest'
import { isKnownAct, knownActs, knownNouns, nounOfAct, spelledOut } from './known-words.ts'

test('what the hub may call an act is told apart from what any object has', () => {
  expect(isKnownAct('booking.move')).toBe(true)
  expect(isKnownAct('constructor')).toBe(false)
})

test('every act that is known is about a noun that can be asked for, or about a person’s log-in', () => {
  const nouns = new Set<string>([
    ...knownNouns,
    ...['receipt', 'ledger', 'report', 'accounting', 'cdrTerms', 'promise'],
  ])
  expect(knownActs.filter((act) => !nouns.has(nounOfAct(act)))).toEqual([])
})

test('a field without words is spelled out', () => {
  expect(spelledOut('stripeChargeId')).toBe('stripe charge id')
})
