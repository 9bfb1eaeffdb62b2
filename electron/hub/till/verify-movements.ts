import { setImmediate } from 'node:timers/promises'
import { meansAccount } from '../../../shared/domain/ledger/account.ts'
import type { CheckStep } from '../ledger/verify-check.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

/** How many movements are compared before others get their turn. */
const SLICE = 200

/** The movements that are not what the ledger's entry says: what happened, to which payment, and what it moved. */
export async function* wrongMovements({ query }: Reads): AsyncGenerator<CheckStep> {
  for (let after = 0; ;) {
    const rows = await query
      .selectFrom('tillMovement')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(SLICE)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    const movements = rows.map((row) => decodeRow('tillMovement', row))
    const ids = movements.map(({ id }) => id)
    const entries = await query
      .selectFrom('ledgerEntry')
      .select(['id', 'kind', 'paymentId', 'refundId'])
      .where('id', 'in', ids)
      .execute()
    const lines = await query
      .selectFrom('ledgerLine')
      .select(['entryId', 'account', 'amountMinor', 'currency'])
      .where('entryId', 'in', ids)
      .execute()
    const entryOf = new Map(entries.map((entry) => [entry.id, entry]))
    const onAccount = new Map(
      lines.map(({ entryId, account, currency, amountMinor }) => [
        `${entryId} ${account} ${currency}`,
        amountMinor,
      ]),
    )
    for (const movement of movements) {
      const { id, kind, means, currency, paymentId, refundId } = movement
      const entry = entryOf.get(id)
      const isOfEntry =
        entry?.kind === kind && entry.paymentId === paymentId && entry.refundId === refundId
      const moved = movement.amountMinor + movement.roundingMinor
      const entered = onAccount.get(`${id} ${meansAccount(means)} ${currency}`) ?? 0
      if (!isOfEntry) yield wrong(id, `A till counts entry ${id} as something else than it is.`)
      else if (entered !== moved)
        yield wrong(id, `A till counts ${moved} minor units for entry ${id}, which has ${entered}.`)
    }
    after = last.id
    await setImmediate()
  }
}

/** The entries that move something at a till and count at none. */
export async function* strayMovements({ query }: Reads): AsyncGenerator<CheckStep> {
  const drawers = await query
    .selectFrom('ledgerEntry')
    .leftJoin('tillMovement', 'tillMovement.id', 'ledgerEntry.id')
    .select('ledgerEntry.id')
    .where('ledgerEntry.kind', 'in', ['floatTaken', 'cashMoved', 'varianceFound', 'drawerEmptied'])
    .where('tillMovement.id', 'is', null)
    .execute()
  // What comes in for a till that is out of use counts at none.
  const payments = await query
    .selectFrom('payment')
    .innerJoin('till', 'till.id', 'payment.tillId')
    .innerJoin('ledgerEntry', 'ledgerEntry.paymentId', 'payment.id')
    .leftJoin('tillMovement', 'tillMovement.id', 'ledgerEntry.id')
    .select('ledgerEntry.id')
    .where('till.archivedAt', 'is', null)
    .where('ledgerEntry.kind', '=', 'paymentTaken')
    .where('tillMovement.id', 'is', null)
    .execute()
  const refunds = await query
    .selectFrom('refund')
    .innerJoin('till', 'till.id', 'refund.tillId')
    .innerJoin('ledgerEntry', (join) =>
      join
        .onRef('ledgerEntry.paymentId', '=', 'refund.paymentId')
        .onRef('ledgerEntry.refundId', '=', 'refund.id'),
    )
    .leftJoin('tillMovement', 'tillMovement.id', 'ledgerEntry.id')
    .select('ledgerEntry.id')
    .where('till.archivedAt', 'is', null)
    .where('ledgerEntry.kind', 'in', ['refundGiven', 'refundFailed'])
    .where('tillMovement.id', 'is', null)
    .execute()
  for (const { id } of [...drawers, ...payments, ...refunds]) {
    const sentence = `Entry ${id} counts in no shift.`
    const nounId = String(id)
    yield {
      kind: 'found',
      finding: { code: 'movementMissing', noun: 'ledgerEntry', nounId, sentence },
    }
  }
}

function wrong(entryId: number, sentence: string): CheckStep {
  const nounId = String(entryId)
  return { kind: 'found', finding: { code: 'movementOff', noun: 'ledgerEntry', nounId, sentence } }
}
