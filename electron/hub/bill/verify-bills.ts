import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Bill, BillRevision } from '../../../shared/domain/bill/bill.ts'
import { billOf } from '../../../shared/domain/bill/bill-of.ts'
import { moneyOf } from '../../../shared/domain/bill/money-of-bill.ts'
import { basisOf } from '../../../shared/domain/bill/revision.ts'
import { sameSums } from '../../../shared/domain/bill/sums.ts'
import type { VerifyFinding } from '../../../shared/domain/ledger/verdict.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import type { TariffVersion } from '../../../shared/domain/tariff/tariff.ts'
import type { CheckStep, VerifyCheck } from '../ledger/verify-check.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

/** What bills are compared with. */
interface Beside {
  readonly revisions: ReadonlyMap<string, BillRevision>
  readonly payments: ReadonlyMap<string, Payment[]>
  /** What customers owe for each bill by the ledger, before anybody paid. */
  readonly owedMinor: ReadonlyMap<string, number>
  readonly tariffs: ReadonlyMap<string, TariffVersion>
}

/** How many bills are compared before others get their turn. */
const SLICE = 25

/**
 * Every bill is what its periods cost by its tariff, what the ledger says that its customer owes, and what its payments
 * make of that.
 */
export const verifyBills: VerifyCheck = { name: 'bills', run }

async function* run(reads: Reads): AsyncGenerator<CheckStep> {
  const { count } = await reads.query
    .selectFrom('bill')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const tariffs = new Map((await reads.find('tariffVersion', {})).map((row) => [row.id, row]))
  let done = 0
  for (let after = ''; ;) {
    const rows = await reads.query
      .selectFrom('bill')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(SLICE)
      .execute()
    const bills = rows.map((row) => decodeRow('bill', row))
    const last = bills.at(-1)
    if (last === undefined) return
    const beside = { ...(await besideOf(reads, bills)), tariffs }
    for (const bill of bills)
      if (findingsOf(bill, beside).length > 0) yield* lookAgain(reads, bill.id)
    after = last.id
    done += bills.length
    yield { kind: 'checked', done, of: Math.max(count, done) }
    await setImmediate()
  }
}

/** What was read bit by bit may have changed in between: only what is still so when read once more is told. */
async function* lookAgain(reads: Reads, billId: string): AsyncGenerator<CheckStep> {
  const bill = await reads.get('bill', billId)
  if (bill === undefined) return
  const { tariffVersionId } = bill
  const tariff =
    tariffVersionId === null ? undefined : await reads.get('tariffVersion', tariffVersionId)
  const tariffs = new Map(tariff === undefined ? [] : [[tariff.id, tariff]])
  const beside = { ...(await besideOf(reads, [bill])), tariffs }
  for (const finding of findingsOf(bill, beside)) yield { kind: 'found', finding }
}

async function besideOf(reads: Reads, bills: readonly Bill[]): Promise<Omit<Beside, 'tariffs'>> {
  const ids = bills.map(({ id }) => id)
  const revisions = await reads.query
    .selectFrom('billRevision')
    .innerJoin('bill', 'bill.id', 'billRevision.billId')
    .selectAll('billRevision')
    .whereRef('billRevision.revision', '=', 'bill.revision')
    .where('billId', 'in', ids)
    .execute()
  const payments = await reads.query
    .selectFrom('payment')
    .selectAll()
    .where('billId', 'in', ids)
    .execute()
  const owed = await reads.query
    .selectFrom('ledgerEntry')
    .innerJoin('ledgerLine', 'ledgerLine.entryId', 'ledgerEntry.id')
    .select('billId')
    .select(sql<number>`sum(amountMinor)`.as('owedMinor'))
    .where('billId', 'in', ids)
    .where('kind', 'in', ['billPosted', 'billCorrected'])
    .where('account', 'like', 'customer/%')
    .groupBy('billId')
    .execute()
  return {
    revisions: new Map(revisions.map((row) => [row.billId, decodeRow('billRevision', row)])),
    payments: Map.groupBy(
      payments.map((row) => decodeRow('payment', row)),
      ({ billId }) => billId,
    ),
    owedMinor: new Map(owed.map(({ billId, owedMinor }) => [billId ?? '', owedMinor])),
  }
}

function findingsOf(bill: Bill, beside: Beside): VerifyFinding[] {
  const found = (code: string, sentence: string): VerifyFinding => ({
    ...{ code, noun: 'bill', nounId: bill.id, sentence: `Bill ${bill.id} ${sentence}` },
  })
  const findings = bill.state === 'final' ? finalFindings(bill, beside, found) : []
  const owedMinor = beside.owedMinor.get(bill.id) ?? 0
  const expectedMinor = bill.state === 'final' ? bill.inclMinor : 0
  if (owedMinor !== expectedMinor)
    findings.push(
      found('billNotPosted', `comes to ${expectedMinor}, and the ledger has ${owedMinor}.`),
    )
  const money = moneyOf(bill, beside.payments.get(bill.id) ?? [])
  for (const column of ['paidMinor', 'heldMinor', 'dueMinor'] as const)
    if (money[column] !== bill[column])
      findings.push(
        found(
          'billMoney',
          `has ${column} ${bill[column]}; by its payments it is ${money[column]}.`,
        ),
      )
  return findings
}

function finalFindings(
  bill: Bill,
  { revisions, tariffs }: Beside,
  found: (code: string, sentence: string) => VerifyFinding,
): VerifyFinding[] {
  const revision = revisions.get(bill.id)
  if (revision === undefined) return [found('billRevisionMissing', 'has lost its last revision.')]
  const { tariffVersionId } = bill
  const tariff = tariffVersionId === null ? null : tariffs.get(tariffVersionId)
  if (tariff === undefined) return [found('billTariffMissing', 'has lost its tariff.')]
  const findings: VerifyFinding[] = []
  if (!sameTotals(bill, revision))
    findings.push(found('billAltered', 'says something else than its last revision.'))
  if (!sameTotals(billOf(revision.periods, basisOf(revision, tariff)), revision))
    findings.push(found('billPrice', 'isn’t what its periods cost by its tariff.'))
  return findings
}

type Totals = Parameters<typeof sameSums>[0]

function sameTotals(one: Totals, other: Totals): boolean {
  return (
    one.exclMinor === other.exclMinor && one.inclMinor === other.inclMinor && sameSums(one, other)
  )
}
