import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chained } from '../../../shared/domain/ledger/chain.ts'
import type { VerifyEvent } from '../../../shared/domain/ledger/verdict.ts'
import { entriesAfter } from './read-entries.ts'
import { sha256 } from './sha256.ts'
import { tamperedSite, type TamperedSite } from './test-bench/tampered-site.ts'
import { verifyLedger } from './verify.ts'
import type { VerifyCheck } from './verify-check.ts'

const ENTRIES = 12

let site: TamperedSite
beforeAll(async () => {
  site = await tamperedSite(ENTRIES)
})
afterAll(() => site.remove())

test('a ledger that nobody touched is intact', async () => {
  expect(await site.verdictNow()).toMatchObject({
    ...{ intact: true, entries: ENTRIES, lines: 3 * ENTRIES },
  })
})

const someId = fc.integer({ min: 1, max: ENTRIES })

describe('whatever is done to the file is found', () => {
  test('an entry that is gone, with its lines or without', async () => {
    await fc.assert(
      fc.asyncProperty(someId, fc.boolean(), async (id, lines) => {
        const found = await site.foundAfter(() => {
          if (lines) site.run('delete from ledgerLine where entryId = ?', id)
          site.run('delete from ledgerEntry where id = ?', id)
        })
        expect(found).toEqual({ code: id === ENTRIES ? 'endMissing' : 'gap', entryId: id })
      }),
      { numRuns: 2 * ENTRIES },
    )
  })

  test('the last entries that are gone', async () => {
    const found = await site.foundAfter(() => {
      site.run('delete from ledgerLine where entryId > 7')
      site.run('delete from ledgerEntry where id > 7')
    })
    expect(found).toEqual({ code: 'endMissing', entryId: 8 })
  })

  test('entries that have changed places', async () => {
    await fc.assert(
      fc.asyncProperty(someId, someId, async (one, other) => {
        fc.pre(one < other)
        const found = await site.foundAfter(() => {
          for (const [from, to] of [
            [one, 1_000],
            [other, one],
            [1_000, other],
          ] as const) {
            site.run('update ledgerEntry set id = ? where id = ?', to, from)
            site.run('update ledgerLine set entryId = ? where entryId = ?', to, from)
          }
        })
        expect(found).toEqual({ code: 'altered', entryId: one })
      }),
      { numRuns: 40 },
    )
  })

  test('lines that came in later, though they sum to zero', async () => {
    await fc.assert(
      fc.asyncProperty(someId, fc.integer({ min: 1, max: 9_999 }), async (id, amount) => {
        const insert = `insert into ledgerLine (entryId, place, account, amountMinor, currency) values (?, ?, ?, ?, 'SEK')`
        const found = await site.foundAfter(() => {
          site.run(insert, id, 4, 'bank', amount)
          site.run(insert, id, 5, 'means/cash', -amount)
        })
        expect(found).toEqual({ code: 'altered', entryId: id })
      }),
      { numRuns: 20 },
    )
  })

  test('a line that went over to another entry', async () => {
    const found = await site.foundAfter(() =>
      site.run('update ledgerLine set entryId = 5, place = 4 where entryId = 4 and place = 3'),
    )
    expect(found).toEqual({ code: 'altered', entryId: 4 })
  })

  test('an entry that was changed and given a hash that fits: the next one doesn’t', async () => {
    await fc.assert(
      fc.asyncProperty(someId, async (id) => {
        const [stored] = await entriesAfter(site.reads, id - 1, 1)
        if (stored === undefined) throw new Error('there is such an entry')
        const { hash: _, ...told } = stored.entry
        const forged = chained(sha256, { ...told, text: 'forged' })
        const found = await site.foundAfter(() =>
          site.run(
            `update ledgerEntry set text = 'forged', hash = ? where id = ?`,
            forged.hash,
            id,
          ),
        )
        expect(found).toEqual({ code: 'chain', entryId: id === ENTRIES ? id : id + 1 })
      }),
      { numRuns: ENTRIES },
    )
  })

  test('an entry that was put behind the last one', async () => {
    const [last] = await entriesAfter(site.reads, ENTRIES - 1, 1)
    if (last === undefined) throw new Error('there is a last entry')
    const { hash: previousHash, ...told } = last.entry
    const forged = chained(sha256, { ...told, id: ENTRIES + 1, previousHash })
    const found = await site.foundAfter(() => {
      site.run(
        `insert into ledgerEntry select ?, at, kind, billId, paymentId, refundId, payoutId, disputeId, actor, text, ?, ?
          from ledgerEntry where id = ?`,
        ...[ENTRIES + 1, previousHash, forged.hash, ENTRIES],
      )
      site.run(
        `insert into ledgerLine select ?, place, account, amountMinor, currency from ledgerLine where entryId = ?`,
        ...[ENTRIES + 1, ENTRIES],
      )
    })
    expect(found).toEqual({ code: 'beyondEnd', entryId: ENTRIES + 1 })
  })

  test('lines of no entry, before the first and after the last', async () => {
    for (const entryId of [0, ENTRIES + 5]) {
      const found = await site.foundAfter(() =>
        site.run(`insert into ledgerLine values (?, 1, 'bank', 5, 'SEK')`, entryId),
      )
      expect(found).toEqual({ code: 'strayLine', entryId })
    }
  })

  test('an entry numbered below one', async () => {
    const found = await site.foundAfter(() =>
      site.run(
        `insert into ledgerEntry select 0, at, kind, billId, paymentId, refundId, payoutId, disputeId, actor, text,
          previousHash, hash from ledgerEntry where id = 1`,
      ),
    )
    expect(found).toEqual({ code: 'gap', entryId: 1 })
  })

  test('a number that no program can read', async () => {
    const found = await site.foundAfter(() =>
      site.run('update ledgerLine set amountMinor = 1 << 60 where entryId = 9 and place = 2'),
    )
    expect(found).toEqual({ code: 'unreadable', entryId: 9 })
  })

  test('an end of the chain that no program can read', async () => {
    const found = await site.foundAfter(() => site.run('update ledgerHead set lastId = 1 << 60'))
    expect(found).toEqual({ code: 'unreadable', entryId: 0 })
  })

  test('another end of the chain', async () => {
    const found = await site.foundAfter(() => site.run(`update ledgerHead set lastHash = 'f00'`))
    expect(found).toEqual({ code: 'chain', entryId: ENTRIES })
    expect(await site.foundAfter(() => site.run(`delete from ledgerHead`))).toMatchObject({
      code: 'endMissing',
    })
  })
})

describe('sums that are kept', () => {
  const insert = `insert into ledgerSum values (?, 'SEK', 1, 5, 5)`
  test.each([
    [
      'other than their lines',
      'update ledgerSum set debitMinor = debitMinor + 1 where account = ?',
    ],
    ['gone', 'delete from ledgerSum where account = ?'],
    ['of another week', 'update ledgerSum set week = week - 1 where account = ?'],
    ['of nothing', insert],
  ])('are found when they are %s', async (_, statement) => {
    for (const account of ['customer/walkUp', 'means/cash', 'rounding']) {
      const { findings } = await site.verdictAfter(() => site.run(statement, account))
      expect(findings).toMatchObject([{ code: 'sumOff', noun: 'account', nounId: account }])
    }
    for (const account of ['a', 'dispute', 'zzz']) {
      const { findings } = await site.verdictAfter(() => site.run(insert, account))
      expect(findings).toMatchObject([{ code: 'sumOff', nounId: account }])
    }
  })
})

test('what further checks find is in the verdict, under their names', async () => {
  const finding = { code: 'paidOff', noun: 'bill', nounId: '7', sentence: 'Bill 7 says otherwise.' }
  const check: VerifyCheck = {
    name: 'bills',
    async *run() {
      yield { kind: 'checked', done: 1, of: 2 }
      yield { kind: 'found', finding }
    },
  }
  expect(await site.verdictNow([check])).toMatchObject({
    intact: false,
    checks: ['chain', 'sums', 'bills'],
    findings: [finding],
  })
})

test('once it is cancelled it tells no verdict', async () => {
  const signal = AbortSignal.abort()
  const events: VerifyEvent[] = []
  for await (const event of verifyLedger(site.reads, { checks: [], signal })) events.push(event)
  expect(events).toEqual([])
})
