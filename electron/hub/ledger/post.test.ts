import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { VerifyEvent } from '../../../shared/domain/ledger/verdict.ts'
import { openStore, type Store } from '../store/store.ts'
import { post } from './post.ts'
import { entriesAfter } from './read-entries.ts'
import { ledgerSite, newId, somePosting } from './test-bench/ledger-site.ts'
import { verifyLedger } from './verify.ts'

let site: Awaited<ReturnType<typeof ledgerSite>>
beforeEach(async () => {
  site = await ledgerSite(2)
})
afterEach(() => site.remove())

async function verdictOn({ reads }: Store) {
  let last: VerifyEvent | undefined
  for await (const event of verifyLedger(reads, { checks: [] })) last = event
  return last?.kind === 'verdict' ? last.verdict : null
}
const entered = async ({ reads }: Store) =>
  (await entriesAfter(reads, 0, 1_000)).map(({ entry }) => entry)

describe('a unit that fails', () => {
  test('leaves the chain to those of its commit that succeed', async () => {
    const { store } = site
    const fails = store.work('Kim', (tx) => {
      post(tx, somePosting(10))
      throw new Error('no')
    })
    const stands = store.work('Kim', (tx) => post(tx, somePosting(11)))
    const alsoFails = store.work('Kim', (tx) => {
      post(tx, somePosting(12))
      post(tx, somePosting(13))
      throw new Error('no')
    })
    const last = store.work('Kim', (tx) => [post(tx, somePosting(14)), post(tx, somePosting(15))])
    await Promise.allSettled([fails, alsoFails])
    const found = await entered(store)
    expect(found.slice(2)).toEqual([await stands, ...(await last)])
    expect(found.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5])
    expect(await verdictOn(store)).toMatchObject({ intact: true, entries: 5 })
  })

  test('in whatever order they come leaves a good chain with what succeeded', async () => {
    const { store } = site
    const units = fc.array(fc.record({ posts: fc.nat(3), fails: fc.boolean() }), { maxLength: 12 })
    let stand = 2
    await fc.assert(
      fc.asyncProperty(units, async (some) => {
        const works = some.map(({ posts, fails }, index) =>
          store.work('Kim', (tx) => {
            for (let number = 0; number < posts; number += 1) post(tx, somePosting(index))
            if (fails) throw new Error('no')
          }),
        )
        await Promise.allSettled(works)
        for (const { posts, fails } of some) stand += fails ? 0 : posts
        expect(await verdictOn(store)).toMatchObject({ intact: true, entries: stand })
      }),
      { numRuns: 40 },
    )
  })
})

describe('what is entered', () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\0', 'a\0b', '\ud800'))

  test('comes back letter by letter, whatever people wrote', async () => {
    const { store } = site
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const entry = await store.work('Kim', (tx) => post(tx, { ...somePosting(1), text }))
        const [stored] = await entriesAfter(store.reads, (entry?.id ?? 0) - 1, 1)
        expect(stored?.entry).toEqual(entry)
      }),
      { numRuns: 100 },
    )
    expect(await verdictOn(store)).toMatchObject({ intact: true })
  })

  test('is nothing for a posting without lines, and refused when it does not sum to zero', async () => {
    const { store } = site
    const { lines, ...posting } = somePosting(1)
    expect(await store.work('Kim', (tx) => post(tx, { ...posting, lines: [] }))).toBeNull()
    await expect(
      store.work('Kim', (tx) => post(tx, { ...posting, lines: lines.slice(1) })),
    ).rejects.toThrow('unbalanced')
    expect(await entered(store)).toHaveLength(2)
  })
})

describe('the database itself', () => {
  const attempt = (statement: string) => {
    const database = new DatabaseSync(site.file)
    try {
      database.exec(`begin; ${statement}; commit`)
    } finally {
      database.close()
    }
  }
  const line = (entryId: number, place: number, amountMinor: number) =>
    `insert or replace into ledgerLine values (${entryId}, ${place}, 'bank', ${amountMinor}, 'SEK');`
  const entry = (id: number, previousHash: string) =>
    `insert or replace into ledgerEntry (id, at, kind, actor, text, previousHash, hash)
      values (${id}, 1, 'feeTaken', '', '', ${previousHash}, 'h');`
  const abroad = `insert into ledgerLine values (3, 1, 'bank', -5, 'EUR');`
  const last = '(select lastHash from ledgerHead)'

  test.each([
    ['an entry changed', `update ledgerEntry set text = 'x' where id = 1`, 'never changed'],
    ['a line changed', `update ledgerLine set amountMinor = 1`, 'never changed'],
    ['a line changed or replaced', `update or replace ledgerLine set place = 1`, 'never changed'],
    ['an entry removed', `delete from ledgerEntry where id = 2`, 'never removed'],
    ['a line removed', `delete from ledgerLine where entryId = 2`, 'never removed'],
    ['an entry replaced', entry(2, last), 'follows the last'],
    ['a number left out', entry(4, last), 'follows the last'],
    ['another chain', entry(3, `'h'`), 'follows the last'],
    ['an entry without lines', entry(3, last), 'sum to zero'],
    ['one that does not balance', line(3, 1, 5) + entry(3, last), 'sum to zero'],
    ['a line that comes later', line(2, 4, 5), 'entered with its entry'],
    ['a line replaced', line(2, 1, 5), 'entered with its entry'],
    ['lines that are not numbered', line(3, 2, 5) + line(3, 3, -5) + entry(3, last), 'sum to zero'],
    [
      'two currencies that sum to zero together',
      abroad + line(3, 2, 5) + entry(3, last),
      'sum to zero',
    ],
    ['a line of nothing', line(3, 1, 0), 'CHECK'],
    ['lines without an entry', line(3, 1, 5), 'FOREIGN KEY'],
    ['the end put back', `update ledgerHead set lastId = 1`, 'only grows'],
    ['the end removed', `delete from ledgerHead`, 'never removed'],
    ['another end', `insert or replace into ledgerHead values ('ledger', 0, '')`, 'one end'],
  ])('refuses %s', async (_, statement, why) => {
    expect(() => attempt(statement)).toThrow(why)
    expect(await verdictOn(site.store)).toMatchObject({ intact: true, entries: 2 })
  })
})

test('a hub that is killed while it enters leaves a good chain, and all that it acknowledged', async () => {
  await site.store.close()
  for (let kill = 1; kill <= 2; kill += 1) {
    const script = join(import.meta.dirname, 'test-bench', 'enter-until-killed.ts')
    const child = fork(script, [site.file], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    let acknowledged = 0
    child.on('message', (id) => {
      acknowledged = Math.max(acknowledged, Number(id))
      if (acknowledged > 2 + kill * 400) child.kill('SIGKILL')
    })
    await once(child, 'exit')
    expect(acknowledged).toBeGreaterThan(400)
    const store = await openStore({ file: site.file, clock: Date.now, newId })
    const verdict = await verdictOn(store)
    await store.close()
    expect(verdict).toMatchObject({ intact: true })
    expect(verdict?.entries).toBeGreaterThanOrEqual(acknowledged)
  }
}, 60_000)
