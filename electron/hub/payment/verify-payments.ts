import { setImmediate } from 'node:timers/promises'
import type { VerifyFinding } from '../../../shared/domain/ledger/verdict.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { givenRefunds } from '../../../shared/domain/payment/refund-news.ts'
import type { Refund } from '../../../shared/domain/payment/refund.ts'
import type { CheckStep, VerifyCheck } from '../ledger/verify-check.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

/** How many payments are compared before others get their turn. */
const SLICE = 100

/**
 * Every payment has taken and given back what the ledger says that its payer was credited with, and receipts are
 * numbered without a gap.
 */
export const verifyPayments: VerifyCheck = { name: 'payments', run }

async function* run(reads: Reads): AsyncGenerator<CheckStep> {
  yield* receiptGaps(reads)
  const { count } = await reads.query
    .selectFrom('payment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  let done = 0
  for (let after = ''; ;) {
    const rows = await reads.query
      .selectFrom('payment')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(SLICE)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    const payments = rows.map((row) => decodeRow('payment', row))
    const off = await findingsOf(reads, payments)
    // Money may have moved between the two questions: what is off is asked about once more.
    for (const payment of off.map(({ nounId }) => nounId)) {
      const now = await reads.get('payment', payment)
      for (const finding of now ? await findingsOf(reads, [now]) : [])
        yield { kind: 'found', finding }
    }
    after = last.id
    done += rows.length
    yield { kind: 'checked', done, of: Math.max(count, done) }
    await setImmediate()
  }
}

async function findingsOf(reads: Reads, payments: readonly Payment[]): Promise<VerifyFinding[]> {
  const ids = payments.map(({ id }) => id)
  const refunds = new Map<string, Refund[]>()
  for (const row of await reads.query
    .selectFrom('refund')
    .selectAll()
    .where('paymentId', 'in', ids)
    .execute())
    refunds.set(row.paymentId, [...(refunds.get(row.paymentId) ?? []), decodeRow('refund', row)])
  const credited = await creditedBy(reads, ids)
  return payments.flatMap(({ id, capturedMinor }) => {
    const given = (refunds.get(id) ?? []).filter(({ state }) => givenRefunds.has(state))
    const movedMinor = given.reduce((left, { amountMinor }) => left - amountMinor, capturedMinor)
    const inLedgerMinor = credited.get(id) ?? 0
    if (movedMinor === inLedgerMinor) return []
    const sentence = `The payment has moved ${movedMinor}, by the ledger ${inLedgerMinor} minor units.`
    return [{ code: 'paymentOff', noun: 'payment', nounId: id, sentence }]
  })
}

/** What payers were credited with for each payment, less what they were given back. */
async function creditedBy(reads: Reads, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await reads.query
    .selectFrom('ledgerEntry')
    .innerJoin('ledgerLine', 'ledgerLine.entryId', 'ledgerEntry.id')
    .select(['paymentId', ({ fn }) => fn.sum<number>('ledgerLine.amountMinor').as('minor')])
    .where('paymentId', 'in', ids)
    .where('account', 'like', 'customer/%')
    .groupBy('paymentId')
    .execute()
  return new Map(rows.map(({ paymentId, minor }) => [paymentId ?? '', -Number(minor)]))
}

async function* receiptGaps(reads: Reads): AsyncGenerator<CheckStep> {
  const { count, last } = await reads.query
    .selectFrom('receipt')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('number').as('last')])
    .executeTakeFirstOrThrow()
  if (Number(count) === Number(last ?? 0)) return
  const sentence = `There are ${count} receipts, and the last has number ${last}.`
  yield {
    kind: 'found',
    finding: { code: 'receiptGap', noun: 'receipt', nounId: String(last), sentence },
  }
}
