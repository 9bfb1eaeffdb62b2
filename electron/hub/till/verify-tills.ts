import { setImmediate } from 'node:timers/promises'
import { FIRST_PREVIOUS_HASH } from '../../../shared/domain/ledger/chain.ts'
import type { VerifyFinding } from '../../../shared/domain/ledger/verdict.ts'
import { drawerSumsOf, shiftSumsOf } from '../../../shared/domain/till/shift-sums.ts'
import type { TillMovement, TillMovementKind } from '../../../shared/domain/till/till-movement.ts'
import { zFault } from '../../../shared/domain/till/z-chain.ts'
import type { ZReport } from '../../../shared/domain/till/z-report.ts'
import { sha256 } from '../ledger/sha256.ts'
import type { CheckStep, VerifyCheck } from '../ledger/verify-check.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'
import { strayMovements, wrongMovements } from './verify-movements.ts'

/** How many Z reports are looked at before others get their turn. */
const SLICE = 20

/**
 * Z reports follow one another without a gap, each is what was closed and what its movements come to, and each movement
 * is what the ledger says. Closed shifts have theirs, and stay closed.
 */
export const verifyTills: VerifyCheck = { name: 'tills', run }

async function* run(reads: Reads): AsyncGenerator<CheckStep> {
  let last = { number: 0, hash: FIRST_PREVIOUS_HASH }
  const { count } = await reads.query
    .selectFrom('zReport')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  for (let done = 0; ;) {
    const rows = await reads.query
      .selectFrom('zReport')
      .selectAll()
      .where('number', '>', last.number)
      .orderBy('number')
      .limit(SLICE)
      .execute()
    if (rows.length === 0) break
    for (const report of rows.map((row) => decodeRow('zReport', row))) {
      const fault = zFault(sha256, last, report)
      if (fault !== null) yield found(`z${capital(fault)}`, report, sentences[fault])
      else if (!(await addsUp(reads, report)))
        yield found('zOff', report, 'doesn’t say what its movements come to')
      last = report
    }
    done += rows.length
    yield { kind: 'checked', done, of: Math.max(Number(count), done) }
    await setImmediate()
  }
  yield* shiftsWithoutReport(reads)
  yield* shiftsOpenedAgain(reads)
  yield* wrongMovements(reads)
  yield* strayMovements(reads)
}

const sentences = {
  gap: 'follows one that is missing',
  chain: 'doesn’t hang on the one before it',
  altered: 'is not what was closed',
} as const

/** Whether a report says what its movements come to, those of its close too. */
async function addsUp(reads: Reads, { shiftId, content }: ZReport): Promise<boolean> {
  const movements = await reads.find('tillMovement', { shiftId })
  const { drawer, countedMinor, varianceMinor, ...said } = content
  const moved = (kind: TillMovementKind) =>
    movements
      .filter((movement) => movement.kind === kind)
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const { taken, refunds, vat, net } = said
  const sums = shiftSumsOf(inOrder(movements))
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const expected = drawerSumsOf(movements)
  return (
    isSame(bySize({ taken, refunds, vat, net }), bySize(sums)) &&
    isSame(drawer, expected) &&
    countedMinor - expected.expectedMinor === varianceMinor &&
    moved('varianceFound') === varianceMinor &&
    moved('drawerEmptied') + countedMinor === 0
  )
}

/** Sums in an order of their own: those of a report are in the order in which its movements were read. */
function bySize(sums: ReturnType<typeof shiftSumsOf>): string[][] {
  return Object.values(sums).map((rows) => rows.map((row) => JSON.stringify(row)).sort())
}

function inOrder(movements: readonly TillMovement[]): TillMovement[] {
  return movements.toSorted((one, other) => one.id - other.id)
}

async function* shiftsWithoutReport(reads: Reads): AsyncGenerator<CheckStep> {
  const rows = await reads.query
    .selectFrom('shift')
    .leftJoin('zReport', 'zReport.shiftId', 'shift.id')
    .select('shift.id')
    .where('shift.state', '=', 'closed')
    .where('zReport.id', 'is', null)
    .execute()
  for (const { id: nounId } of rows) {
    const sentence = 'A closed shift has no Z report.'
    yield { kind: 'found', finding: { code: 'zMissing', noun: 'shift', nounId, sentence } }
  }
}

/** Shifts that are open though the ledger says that their drawer was emptied at a close. */
async function* shiftsOpenedAgain(reads: Reads): AsyncGenerator<CheckStep> {
  const rows = await reads.query
    .selectFrom('shift')
    .innerJoin('tillMovement', 'tillMovement.shiftId', 'shift.id')
    .select('shift.id')
    .distinct()
    .where('shift.state', '=', 'open')
    .where('tillMovement.kind', 'in', ['varianceFound', 'drawerEmptied'])
    .execute()
  for (const { id: nounId } of rows) {
    const sentence = 'A shift is open whose drawer was emptied at a close.'
    yield { kind: 'found', finding: { code: 'shiftOpenedAgain', noun: 'shift', nounId, sentence } }
  }
}

function found(code: string, { number }: ZReport, what: string): CheckStep {
  const finding: VerifyFinding = {
    ...{ code, noun: 'zReport', nounId: String(number) },
    sentence: `Z report ${number} ${what}.`,
  }
  return { kind: 'found', finding }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
