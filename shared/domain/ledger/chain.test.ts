import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText, chained, FIRST_PREVIOUS_HASH, storableText } from './chain.ts'
import type { LedgerEntry } from './entry.ts'
import { chainStart, walkOn } from './verify-chain.ts'

/** As good as a hash here: nothing else has it. */
const sha256 = (text: string) => `<${text}>`

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '","', '\\', ']', 'null'),
)
const line = fc.record({
  account: fc.constantFrom('bank' as const, 'comp' as const, 'means/cash' as const),
  amountMinor: fc.constantFrom(-10, -1, 1, 10, 11),
  currency: fc.constantFrom('SEK', 'EUR'),
})
const unhashed = fc.record({
  id: fc.constantFrom(1, 11),
  at: fc.constantFrom(1, 11),
  kind: fc.constantFrom('billPosted' as const, 'feeTaken' as const),
  billId: fc.option(text),
  paymentId: fc.option(text),
  refundId: fc.option(text),
  payoutId: fc.option(text),
  disputeId: fc.option(text),
  actor: text,
  text,
  previousHash: text,
  lines: fc.array(line, { maxLength: 3 }),
})

test('entries that differ have texts that differ', () => {
  fc.assert(
    fc.property(unhashed, unhashed, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other)
      expect(canonicalText(one) === canonicalText(other)).toBe(isSame)
    }),
  )
})

test('the text of an entry is what it was when the first chains were made', () => {
  const entry = {
    ...{ id: 1, at: 1_772_452_800_000, kind: 'paymentTaken' as const },
    ...{ billId: 'b', paymentId: 'p', refundId: null, payoutId: null, disputeId: null },
    ...{ actor: 'Kim', text: 'no. 17, "ÅÄÖ"', previousHash: FIRST_PREVIOUS_HASH },
    lines: [
      { account: 'means/cash' as const, amountMinor: 500, currency: 'SEK' },
      { account: 'customer/walkUp' as const, amountMinor: -500, currency: 'SEK' },
    ],
  }
  expect(canonicalText(entry)).toBe(
    `[1,1772452800000,"paymentTaken","b","p",null,null,null,"Kim","no. 17, \\"ÅÄÖ\\"","${'0'.repeat(64)}",` +
      `[["means/cash",500,"SEK"],["customer/walkUp",-500,"SEK"]]]`,
  )
})

test('a text that can be stored is stored as it is, and any other is made one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      const stored = storableText(any)
      expect(stored.isWellFormed()).toBe(true)
      expect(stored).not.toMatch(/[\0\ufffd]/)
      if (any.isWellFormed() && !/[\0\ufffd]/.test(any)) expect(stored).toBe(any)
    }),
  )
  expect(storableText('a\ud800b\0c')).toBe('a?b?c')
})

function chainOf(count: number): LedgerEntry[] {
  const entries: LedgerEntry[] = []
  for (let id = 1; id <= count; id += 1) {
    const previousHash = entries.at(-1)?.hash ?? FIRST_PREVIOUS_HASH
    const none = { billId: null, paymentId: null, refundId: null, disputeId: null }
    const about = { ...none, payoutId: 'po', kind: 'payoutSent' as const }
    const lines: LedgerEntry['lines'] = [
      { account: 'bank', amountMinor: id, currency: 'SEK' },
      { account: 'means/stripe', amountMinor: -id, currency: 'SEK' },
    ]
    entries.push(
      chained((of) => String(of.length * id), {
        id,
        at: id,
        ...about,
        actor: 'hub',
        text: '',
        previousHash,
        lines,
      }),
    )
  }
  return entries
}

test('a chain is followed alike however it is sliced, and debit is summed', () => {
  const hash = (of: string) => of
  const whole: LedgerEntry[] = []
  for (const { hash: _, ...entry } of chainOf(9))
    whole.push(chained(hash, { ...entry, previousHash: whole.at(-1)?.hash ?? FIRST_PREVIOUS_HASH }))
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }), (cuts) => {
      const places = [0, ...cuts.sort((one, other) => one - other), 9]
      let walk = chainStart
      for (const [index, from] of places.slice(0, -1).entries())
        walk = walkOn(hash, walk, whole.slice(from, places[index + 1]))
      expect(walk).toEqual(walkOn(hash, chainStart, whole))
    }),
  )
  expect(walkOn(hash, chainStart, whole)).toMatchObject({
    ...{ entries: 9, lines: 18, lastId: 9, broken: null },
    debitMinor: new Map([['SEK', 45n]]),
  })
})

test('lines that do not sum to zero are found even under a hash that fits', () => {
  const [first] = chainOf(1)
  if (first === undefined) throw new Error('there is a first')
  const { hash: _, ...entry } = first
  const forged = chained(sha256, { ...entry, lines: entry.lines.slice(0, 1) })
  expect(walkOn(sha256, chainStart, [forged]).broken).toEqual({ entryId: 1, fault: 'unbalanced' })
  const empty = chained(sha256, { ...entry, lines: [] })
  expect(walkOn(sha256, chainStart, [empty]).broken).toEqual({ entryId: 1, fault: 'unbalanced' })
})
