import { afterEach, beforeEach, expect, test } from 'vitest'
import type { JournalQuery } from '../../../shared/contract/journal.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'
import { watchPlans } from '../store/test-bench/query-plans.ts'
import { listJournal } from './list.ts'

const noon = Date.UTC(2026, 2, 2, 12)
const all = { limit: 100 }

let face: RestFace

beforeEach(async () => {
  face = await restFace(noon)
})
afterEach(() => face.close())

/** Writes a line an hour after the one before. */
async function write(actor: string, act: string, nounId: string, reason: string | null = null) {
  const [noun = ''] = act.split('.')
  await face.store.work(actor, (tx) => tx.journal({ act, noun, nounId, reason, after: { nounId } }))
  face.now += HOUR
}

async function found(asked: Partial<JournalQuery>, seesMoney = true): Promise<string[]> {
  const { rows } = await listJournal(face.store.reads, { ...all, ...asked }, seesMoney)
  return rows.map(({ actor, act, nounId }) => `${actor} ${act} ${nounId}`)
}

/** Four hours of a site. */
async function anAfternoon() {
  await write('Kim', 'booking.move', 'b1', 'the driver rang')
  await write('Li', 'booking.move', 'b2')
  await write('Kim', 'payment.refund', 'p1', 'Överladdad')
  await write('Kim', 'booking.cancel', 'b1')
}

test('the journal is asked by who, what, which, and all of them', async () => {
  await anAfternoon()
  expect(await found({})).toHaveLength(4)
  expect(await found({ actor: 'Li' })).toEqual(['Li booking.move b2'])
  expect(await found({ act: 'booking.move' })).toEqual([
    ...['Li booking.move b2', 'Kim booking.move b1'],
  ])
  expect(await found({ noun: 'booking', nounId: 'b1' })).toEqual([
    ...['Kim booking.cancel b1', 'Kim booking.move b1'],
  ])
  expect(await found({ noun: 'payment' })).toEqual(['Kim payment.refund p1'])
  expect(await found({ actor: 'Kim', act: 'booking.move' })).toEqual(['Kim booking.move b1'])
  expect(await found({ nounId: 'b1', actor: 'Li' })).toEqual([])
})

test('a period begins with its first instant and ends before its last', async () => {
  await anAfternoon()
  expect(await found({ from: noon + HOUR, until: noon + 3 * HOUR })).toEqual([
    ...['Kim payment.refund p1', 'Li booking.move b2'],
  ])
  expect(await found({ from: noon + 3 * HOUR })).toEqual(['Kim booking.cancel b1'])
  expect(await found({ until: noon })).toEqual([])
})

test('words are found anywhere, whatever their case', async () => {
  await anAfternoon()
  expect(await found({ search: 'DRIVER' })).toEqual(['Kim booking.move b1'])
  expect(await found({ search: 'överladd' })).toEqual(['Kim payment.refund p1'])
  expect(await found({ search: '"nounid":"b2"' })).toEqual(['Li booking.move b2'])
  expect(await found({ search: '%' })).toEqual([])
})

test('who may not see money is told of none, nor of what nobody has said to be free of it', async () => {
  await anAfternoon()
  await write('Kim', 'brandNew.act', 'n1')
  await write('Kim', 'limit.set', 'l1')
  // About a user, and yet it tells of a sum.
  const approved = { act: 'session.approve', noun: 'user', nounId: 'u1' }
  await face.store.work('Kim', (tx) => tx.journal({ ...approved, after: { amountMinor: 500 } }))
  expect(await found({}, false)).toEqual([
    ...['Kim limit.set l1', 'Kim booking.cancel b1', 'Li booking.move b2', 'Kim booking.move b1'],
  ])
  expect(await found({ noun: 'payment' }, false)).toEqual([])
})

test('pages follow one another without gap or overlap, lines of one instant too, and after the clock was put back', async () => {
  for (let line = 0; line < 25; line += 1) {
    await write('Kim', 'booking.move', `b${line}`)
    if (line % 3 === 0) face.now -= HOUR
    if (line === 20) face.now = noon
  }
  const told: string[] = []
  let after: string | undefined
  for (;;) {
    const page = await listJournal(face.store.reads, { limit: 4, actor: 'Kim', after }, true)
    told.push(...page.rows.map(({ nounId }) => nounId))
    if (page.next === null) break
    after = page.next
  }
  expect(told).toHaveLength(25)
  expect(new Set(told).size).toBe(25)
  expect(told).toEqual((await found({ actor: 'Kim' })).map((line) => line.split(' ')[2]))
})

test('a page looks at a bounded number of lines, and says where to look on', async () => {
  await face.store.work('Kim', (tx) => {
    tx.journal({ act: 'site.update', noun: 'site', nounId: 's', reason: 'the needle' })
    for (let line = 0; line < 20_500; line += 1)
      tx.journal({ act: 'site.update', noun: 'site', nounId: 's' })
  })
  const asked = { ...all, search: 'needle' }
  const first = await listJournal(face.store.reads, asked, true)
  expect(first).toEqual({ rows: [], next: expect.stringMatching(/^\d+~\d+$/) })
  const next = await listJournal(face.store.reads, { ...asked, after: first.next ?? '' }, true)
  expect(next).toMatchObject({ rows: [{ reason: 'the needle' }], next: null })
})

test('every way to ask is answered by an index, and nothing is sorted', async () => {
  const plans = watchPlans()
  const within = { after: `${noon}~7`, from: 5, until: noon * 2 }
  for (const asked of [
    ...[{}, { search: 'x' }, { actor: 'Kim' }, { act: 'a.b' }, { noun: 'a' }],
    ...[
      { actor: 'Kim', act: 'a.b' },
      { noun: 'a', nounId: 'b' },
      { noun: 'a', actor: 'Kim' },
    ],
  ])
    await found({ ...asked, ...within })
  const by = (index: string, columns: string) =>
    `SEARCH journal USING INDEX ${index} (${columns}at>? AND at<?)`
  expect(plans()).toEqual([
    by('journalByAct', 'act=? AND '),
    by('journalByActor', 'actor=? AND '),
    by('journalByNoun', 'noun=? AND nounId=? AND '),
    by('journalByTime', ''),
    by('journalOfNoun', 'noun=? AND '),
  ])
})
