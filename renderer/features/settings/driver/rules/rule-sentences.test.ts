import { expect, test } from 'vitest'
import { firstHouseRules } from '../../../../../shared/domain/visit/house-rules.ts'
import { ruleSentences, spanParts } from './rule-sentences.ts'

const says = (told: Partial<typeof firstHouseRules> = {}) =>
  ruleSentences({ ...firstHouseRules, ...told }).map(({ say }) => say)

test('at first drivers charge at once or book, pay all of it ahead, and may cancel', () => {
  expect(says()).toEqual([
    ...['nowAndAhead', 'waiting', 'window', 'aheadSoon', 'payAll', 'hold', 'back'],
    ...['cancelFree', 'late', 'mostOpen'],
  ])
})

test('a page on which nothing may be booked says that alone', () => {
  expect(says({ takesNow: false, takesAhead: false })).toEqual(['none'])
})

test('what only bookings ahead have is left out where there are none', () => {
  const said = says({ takesAhead: false })
  for (const ahead of ['aheadSoon', 'aheadLead', 'cancelFree', 'late'])
    expect(said).not.toContain(ahead)
})

test('how it is paid follows the part that is paid ahead, and the desk', () => {
  expect(says({ depositPct: 0 })).toContain('payLater')
  expect(says({ depositPct: 0 })).not.toContain('hold')
  expect(ruleSentences({ ...firstHouseRules, depositPct: 30 })).toContainEqual({
    ...{ say: 'payPart', pct: 30 },
  })
  expect(says({ paysAtDesk: true })).toContain('payEither')
  expect(says({ paysOnline: false, paysAtDesk: true })).toContain('payDesk')
})

test.each([
  [0, [['minutes', 0]]],
  [45, [['minutes', 45]]],
  [60, [['hours', 1]]],
  [
    90,
    [
      ['hours', 1],
      ['minutes', 30],
    ],
  ],
  [1_440, [['days', 1]]],
  [
    1_561,
    [
      ['days', 1],
      ['hours', 2],
    ],
  ],
])('%i minutes in words', (minutes, parts) => {
  expect(spanParts(minutes)).toEqual(parts)
})
