import { setImmediate } from 'node:timers/promises'
import { meansAccount } from '../../../shared/domain/ledger/account.ts'
import type { TillMovement } from '../../../shared/domain/till/till-movement.ts'
import type { CheckStep } from '../ledger/verify-check.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

/** How many movements are compared before others get their turn. */
const SLICE = 200

/** The movements that are not what the ledger's entry says of their means. */
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
    const lines = await query
      .selectFrom('ledgerLine')
      .select(['entryId', 'account', 'amountMinor', 'currency'])
      .where('entryId', 'in', ids)
      .execute()
    const onAccount = new Map(
      lines.map(({ entryId, account, currency, amountMinor }) => [
        `${entryId} ${account} ${currency}`,
        amountMinor,
      ]),
    )
    for (const movement of movements) {
      const { id, means, currency, amountMinor, roundingMinor } = movement
      const entered = onAccount.get(`${id} ${meansAccount(means)} ${currency}`) ?? 0
      if (entered !== amountMinor + roundingMinor) yield wrong(movement, entered)
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
  for (const { id } of [...drawers, ...payments]) {
    const sentence = `Entry ${id} counts in no shift.`
    const nounId = String(id)
    yield {
      kind: 'found',
      finding: { code: 'movementMissing', noun: 'ledgerEntry', nounId, sentence },
    }
  }
}

function wrong({ id, amountMinor, roundingMinor }: TillMovement, enteredMinor: number): CheckStep {
  const moved = amountMinor + roundingMinor
  const sentence = `A till counts ${moved} minor units for entry ${id}, which has ${enteredMinor}.`
  const nounId = String(id)
  return { kind: 'found', finding: { code: 'movementOff', noun: 'ledgerEntry', nounId, sentence } }
}
