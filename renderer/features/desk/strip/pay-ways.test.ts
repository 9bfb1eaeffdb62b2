import { expect, it } from 'vitest'
import { firstWay, payWays, troubleOf, wayKey } from './pay-ways.ts'
import { waysAround } from './strip-fixture.ts'

const keys = (told: Parameters<typeof waysAround>[0]) => payWays(waysAround(told)).map(wayKey)

it('offers what the site takes, a card held first or charged at once, and later last', () => {
  expect(keys({})).toEqual(['hold-reader', 'ask-reader', 'ask-swish', 'take-cash', 'later'])
})

it('leaves out the ways that the site does not allow walk-ups', () => {
  expect(keys({ pays: ['ask'] })).toEqual(['ask-reader', 'ask-swish'])
  expect(keys({ pays: ['take'] })).toEqual(['take-cash'])
})

it('offers Swish for kronor only', () => {
  expect(keys({ currency: 'EUR', means: ['swish', 'cash'], pays: ['ask', 'take'] })).toEqual([
    'take-cash',
  ])
})

it('says what keeps a way from being taken', () => {
  const card = { kind: 'hold', means: 'reader' } as const
  const cash = { kind: 'take', means: 'cash' } as const
  const invoice = { kind: 'take', means: 'invoice' } as const
  expect(troubleOf(card, waysAround())).toBeNull()
  expect(troubleOf(card, waysAround({ stripe: 'locked' }))).toBe('locked')
  expect(troubleOf(card, waysAround({ readers: [{ status: 'offline', busyWith: null }] }))).toBe(
    'noReader',
  )
  expect(troubleOf(cash, waysAround({ takesCash: false }))).toBe('noShift')
  expect(troubleOf(invoice, waysAround())).toBe('noCustomer')
})

it('lets cards wait while Stripe can’t be reached, rather than refuse them', () => {
  const swish = { kind: 'ask', means: 'swish' } as const
  expect(troubleOf(swish, waysAround({ stripe: 'unreachable' }))).toBeNull()
})

it('begins with the last time’s way, else the desk’s, else the first that works', () => {
  const around = waysAround()
  const ways = payWays(around)
  const first = (...told: [Parameters<typeof firstWay>[2], string | null]) =>
    firstWay(ways, around, ...told)
  expect(first({ pays: 'take', means: 'cash' }, 'ask-swish')).toEqual({
    kind: 'take',
    means: 'cash',
  })
  expect(first(null, 'ask-swish')).toEqual({ kind: 'ask', means: 'swish' })
  expect(first({ pays: 'later', means: null }, null)).toEqual({ kind: 'later', means: null })
  expect(first(null, null)).toEqual({ kind: 'hold', means: 'reader' })
  const locked = waysAround({ stripe: 'locked' })
  expect(firstWay(ways, locked, { pays: 'hold', means: 'reader' }, null)).toEqual({
    kind: 'take',
    means: 'cash',
  })
})
