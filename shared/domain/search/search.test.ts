import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ranked } from './rank.ts'
import type { SearchHit } from './search-hit.ts'
import { phoneKey, whatTyped } from './what-typed.ts'

describe('what somebody types', () => {
  test('may be a plate, however it is written', () => {
    for (const text of ['ABC 123', 'abc-123', ' abc123 ', 'ABC·123'])
      expect(whatTyped(text).plate).toBe('ABC123')
    expect(whatTyped('A').plate).toBeNull()
    expect(whatTyped('kim@example.com').plate).toBeNull()
  })

  test('may be a phone, with or without the country’s code', () => {
    for (const text of ['070-123 45 67', '+46 70 123 45 67', '0046701234567', '+46 (0)70-1234567'])
      expect([text, whatTyped(text).phone]).toEqual([text, '701234567'])
    expect(whatTyped('0701').phone).toBeNull()
    expect(whatTyped('07012').phone).toBe('7012')
  })

  test('may be four digits of a card, or a number', () => {
    expect(whatTyped('4242')).toMatchObject({ last4: '4242', number: 4_242 })
    expect(whatTyped('#1042')).toMatchObject({ last4: null, number: 1_042 })
    expect(whatTyped('12345678901').number).toBeNull()
  })

  test('may be the beginning of an id, with its dashes or without', () => {
    expect(whatTyped('01890000-0000-7').id).toBe('01890000-0000-7')
    expect(whatTyped('0189000000007').id).toBe('01890000-0000-7')
    expect(whatTyped('0189000').id).toBeNull()
    expect(whatTyped('zzzzzzzz').id).toBeNull()
  })

  test('is never taken for what it can’t be, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (text) => {
        const typed = whatTyped(text)
        expect(typed.plate ?? 'AA').toMatch(/^[\p{L}\d]{2,10}$/u)
        expect(typed.phone ?? '1234').toMatch(/^\d{4,9}$/)
        expect(typed.id ?? '00000000').toMatch(/^[0-9a-f-]{8,36}$/)
        expect(Number.isSafeInteger(typed.number ?? 0)).toBe(true)
      }),
    )
  })

  test('of a phone finds the phone that it begins', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200_000_000, max: 999_999_999 }),
        fc.constantFrom('0', '+46', '0046'),
        fc.integer({ min: 4, max: 9 }),
        (national, prefix, length) => {
          const typed = `${prefix}${String(national).slice(0, length)}`
          const start = whatTyped(typed).phone
          fc.pre(start !== null)
          expect(phoneKey(`0${national}`).startsWith(start ?? '')).toBe(true)
        },
      ),
    )
  })
})

describe('hits', () => {
  const hit = (id: string, told: Partial<SearchHit> = {}): SearchHit => ({
    ...{ kind: 'stay', id, field: 'plate', isExact: false, isHere: false, title: '', plate: '' },
    ...{ at: 0, state: null, stationId: null, connectorId: null, bookingId: null, billId: null },
    ...{ paymentId: null, receiptNumber: null, amountMinor: null, currency: null },
    ...told,
  })
  const order = (hits: SearchHit[]) => ranked(hits, 10).map(({ id }) => id)

  test('come with what was typed in full first, then what is here, then the newest', () => {
    const old = hit('old', { isExact: true, at: 1 })
    const here = hit('here', { isExact: true, isHere: true })
    const begins = hit('begins', { isHere: true, at: 9 })
    const newer = hit('newer', { isExact: true, at: 2 })
    expect(order([begins, old, newer, here])).toEqual(['here', 'newer', 'old', 'begins'])
  })

  test('come once each, by what they were found best', () => {
    expect(order([hit('a'), hit('a', { isExact: true, field: 'phone' })])).toEqual(['a'])
    expect(ranked([hit('a'), hit('a', { isExact: true, field: 'phone' })], 10)[0]?.field).toBe(
      'phone',
    )
  })

  test('are as many as were asked for', () => {
    expect(ranked([hit('a'), hit('b'), hit('c')], 2)).toHaveLength(2)
  })
})
