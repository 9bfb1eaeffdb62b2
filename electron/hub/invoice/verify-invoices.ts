import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { VerifyFinding } from '../../../shared/domain/ledger/verdict.ts'
import type { CheckStep, VerifyCheck } from '../ledger/verify-check.ts'
import type { Reads } from '../store/reads.ts'

/** How many invoices are compared before others get their turn. */
const SLICE = 200

/**
 * Invoices are numbered without a gap, come to what their lines do, and each line is what was taken or given back of its
 * bill; what has come in and what was credited is what their payments and credit notes say.
 */
export const verifyInvoices: VerifyCheck = { name: 'invoices', run }

async function* run(reads: Reads): AsyncGenerator<CheckStep> {
  yield* numberGaps(reads)
  const { count } = await reads.query
    .selectFrom('invoice')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  let done = 0
  for (let after = ''; ;) {
    const rows = await compared(reads, after)
    const last = rows.at(-1)
    if (last === undefined) return
    for (const row of rows) {
      const off = offIn(row)
      // It may have changed between two questions: only what is still so is told.
      const [again] = off.length > 0 ? await compared(reads, '', row.id) : []
      for (const finding of again ? offIn(again) : []) yield { kind: 'found', finding }
    }
    after = last.id
    done += rows.length
    yield { kind: 'checked', done, of: Math.max(count, done) }
    await setImmediate()
  }
}

/** An invoice's own sums beside those of what belongs to it. */
interface Compared {
  id: string
  name: string
  inclMinor: number
  paidMinor: number
  creditedMinor: number
  linesMinor: number
  movedMinor: number
  paymentsMinor: number
  notesMinor: number
}

async function compared(reads: Reads, after: string, only?: string): Promise<Compared[]> {
  let query = reads.query
    .selectFrom('invoice')
    .select(['id', 'name', 'inclMinor', 'paidMinor', 'creditedMinor'])
    .select([
      sql<number>`coalesce((select sum(inclMinor) from invoiceLine where invoiceId = invoice.id), 0)`.as(
        'linesMinor',
      ),
      sql<number>`coalesce((select sum(coalesce(payment.amountMinor, 0) - coalesce(refund.amountMinor, 0))
        from invoiceLine left join payment on payment.id = invoiceLine.paymentId
        left join refund on refund.id = invoiceLine.refundId
        where invoiceId = invoice.id), 0)`.as('movedMinor'),
      sql<number>`coalesce((select sum(amountMinor) from invoicePayment
        where invoiceId = invoice.id and undoneAt is null), 0)`.as('paymentsMinor'),
      sql<number>`coalesce((select -sum(note.inclMinor) from invoice as note
        where note.creditOf = invoice.id), 0)`.as('notesMinor'),
    ])
    .orderBy('id')
    .limit(SLICE)
  query = only === undefined ? query.where('id', '>', after) : query.where('id', '=', only)
  return query.execute()
}

function offIn(row: Compared): VerifyFinding[] {
  const found = (code: string, sentence: string): VerifyFinding => ({
    ...{ code, noun: 'invoice', nounId: row.id, sentence: `Invoice ${row.name} ${sentence}` },
  })
  const findings: VerifyFinding[] = []
  const { inclMinor, linesMinor, movedMinor, paidMinor, paymentsMinor } = row
  if (inclMinor !== linesMinor)
    findings.push(found('invoiceSum', `is of ${inclMinor}, its lines come to ${linesMinor}.`))
  if (linesMinor !== movedMinor)
    findings.push(
      found(
        'invoiceMoved',
        `has lines of ${linesMinor}, and of its bills ${movedMinor} was moved.`,
      ),
    )
  if (paidMinor !== paymentsMinor)
    findings.push(
      found(
        'invoicePaid',
        `is told to be paid by ${paidMinor}, its payments make ${paymentsMinor}.`,
      ),
    )
  if (row.creditedMinor !== row.notesMinor)
    findings.push(
      found(
        'invoiceCredited',
        `is credited by ${row.creditedMinor}, its notes make ${row.notesMinor}.`,
      ),
    )
  return findings
}

async function* numberGaps(reads: Reads): AsyncGenerator<CheckStep> {
  const { count, first, last } = await reads.query
    .selectFrom('invoice')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.min('number').as('first'),
      fn.max('number').as('last'),
    ])
    .executeTakeFirstOrThrow()
  if (count === 0 || Number(last) - Number(first) + 1 === Number(count)) return
  const sentence = `There are ${count} invoices from number ${first} to ${last}.`
  yield {
    kind: 'found',
    finding: { code: 'invoiceGap', noun: 'invoice', nounId: String(last), sentence },
  }
}
