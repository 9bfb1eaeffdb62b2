import { afterEach, beforeEach, expect, test } from 'vitest'
import type { VerifyFinding } from '../../../shared/domain/ledger/verdict.ts'
import { chainedZ } from '../../../shared/domain/till/z-chain.ts'
import { sha256 } from '../ledger/sha256.ts'
import { tillHub, type TillHub } from './test-bench/till-hub.ts'
import { verifyTills } from './verify-tills.ts'

let hub: TillHub
beforeEach(async () => {
  hub = await tillHub()
  for (let shift = 0; shift < 3; shift += 1) {
    await hub.openShift(1_000)
    await hub.cash(10_000)
    await hub.count(1_100)
    await hub.close()
  }
  await hub.openShift(500)
  const { body: cash } = await hub.cash(10_000)
  await hub.giveBack(cash, 2_000)
})
afterEach(() => hub.end())

async function findings(): Promise<VerifyFinding[]> {
  const found: VerifyFinding[] = []
  for await (const step of verifyTills.run(hub.face.store.reads, undefined))
    if (step.kind === 'found') found.push(step.finding)
  return found
}

/** Does something to the tables that no trigger would let pass. */
async function tamper(...statements: string[]): Promise<void> {
  await hub.face.store.work('nobody', (tx) => {
    tx.sql('pragma defer_foreign_keys = on', [])
    for (const { name } of tx.sql(`select name from sqlite_master where type = 'trigger'`, []))
      tx.sql(`drop trigger "${String(name)}"`, [])
    for (const statement of statements) tx.sql(statement, [])
  })
}

test('tills that nobody tampered with are in order, a shift that is open too', async () => {
  expect(await findings()).toEqual([])
})

test.each<[what: string, statement: string, codes: string[], ...others: string[]]>([
  ['a Z that is gone', `delete from zReport where number = 2`, ['zGap', 'zMissing']],
  ['the last Z that is gone', `delete from zReport where number = 3`, ['zMissing']],
  [
    'a Z that says something else',
    `update zReport set content = replace(content, '10000', '9000') where number = 2`,
    ['zAltered'],
  ],
  ['a Z with another time', `update zReport set at = at + 1 where number = 3`, ['zAltered']],
  [
    'a payment that is not counted',
    `delete from tillMovement where kind = 'paymentTaken' and id < 4`,
    ['zOff', 'movementMissing'],
  ],
  [
    'a payment that is counted in another shift',
    `update tillMovement set shiftId = (select id from shift where number = 3)
      where kind = 'paymentTaken' and shiftId = (select id from shift where number = 1)`,
    ['zOff', 'zOff'],
  ],
  [
    'a movement of another amount',
    `update tillMovement set amountMinor = amountMinor + 100 where kind = 'floatTaken' and shiftId =
      (select id from shift where state = 'open')`,
    ['movementOff'],
  ],
  [
    'a movement that is told as another',
    `update tillMovement set kind = 'cashMoved' where kind = 'floatTaken' and shiftId =
      (select id from shift where state = 'open')`,
    ['movementOff'],
  ],
  [
    'a refund that counts nowhere',
    `delete from tillMovement where kind = 'refundGiven'`,
    ['movementMissing'],
  ],
  [
    'a shift that is open again, its Z gone',
    `delete from zReport where number = 3`,
    ['shiftOpenedAgain'],
    `drop index shiftOpen`,
    `update shift set state = 'open', closedAt = null, expectedMinor = null where number = 3`,
  ],
  [
    'cash that was moved at no till',
    `delete from tillMovement where kind = 'floatTaken' and shiftId =
      (select id from shift where state = 'open')`,
    ['movementMissing'],
  ],
])('%s is found', async (_, statement, codes, ...others) => {
  await tamper(statement, ...others)
  expect((await findings()).map(({ code }) => code)).toEqual(codes)
})

test('a Z that says another count and hangs on the one before it is held against its movements', async () => {
  const [report] = await hub.face.store.reads.find('zReport', { number: 3 })
  if (report === undefined) throw new Error('no third Z')
  const { hash: _, ...told } = report
  const content = { ...told.content, countedMinor: 100_000, varianceMinor: -10_000 }
  const forged = chainedZ(sha256, { ...told, content })
  await tamper(
    `update zReport set hash = '${forged.hash}', content = '${JSON.stringify(content)}' where number = 3`,
  )
  expect((await findings()).map(({ code }) => code)).toEqual(['zOff'])
})

test('the database itself refuses what would unsay a shift', async () => {
  const attempt = (statement: string) =>
    hub.face.store
      .work('nobody', (tx) => tx.sql(statement, []))
      .then(
        () => 'done',
        (error: Error) => error.message,
      )
  for (const [statement, why] of [
    [`update zReport set at = 1`, 'never changed'],
    [`delete from zReport where number = 3`, 'never removed'],
    [
      `insert into zReport select 'x', 5, tillId, shiftId, at, content, hash, hash from zReport`,
      '',
    ],
    [`update shift set heldBy = 'me' where state = 'closed'`, 'never changed'],
    [`delete from shift`, 'never removed'],
    [`update tillMovement set amountMinor = 1`, 'counts in no other'],
    [`delete from tillMovement`, 'never removed'],
    [`update cashCount set totalMinor = 1`, 'never changed'],
    [`delete from cashCount`, 'never removed'],
  ] as const) {
    const answer = await attempt(statement)
    expect([statement, answer]).not.toEqual([statement, 'done'])
    expect(answer).toContain(why)
  }
})
