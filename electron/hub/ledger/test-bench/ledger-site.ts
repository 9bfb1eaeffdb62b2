import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidV7 } from '../../../../shared/domain/id/id.ts'
import type { Posting } from '../../../../shared/domain/ledger/entry.ts'
import { paymentTaken, refundGiven } from '../../../../shared/domain/ledger/postings.ts'
import { openStore, type Store } from '../../store/store.ts'
import { post } from '../post.ts'

export const newId = (): string => uuidV7(Date.now(), randomBytes(10))

/** A payment in cash, and every third time what is given back of it. */
export function somePosting(number: number): Posting {
  const moved = {
    ...{ billId: newId(), paymentId: newId(), customerId: null, currency: 'SEK' },
    ...{ means: 'cash' as const, amountMinor: 10_050 + number, roundingMinor: -50 },
    text: `Kvitto nr ${number}, ÅÄÖ 🚗`,
  }
  return number % 3 === 2 ? refundGiven({ ...moved, refundId: newId() }) : paymentTaken(moved)
}

/** A store in a folder of its own, with so many entries in its ledger. */
export async function ledgerSite(entries: number): Promise<{
  readonly store: Store
  readonly dir: string
  readonly file: string
  readonly remove: () => Promise<void>
}> {
  const dir = mkdtempSync(join(tmpdir(), 'laddplan-ledger-'))
  const file = join(dir, 'site.db')
  const store = await openStore({ file, clock: Date.now, newId })
  for (let number = 0; number < entries; number += 1)
    await store.work('Kim', (tx) => post(tx, somePosting(number)))
  const remove = async (): Promise<void> => {
    await store.close().catch(() => undefined)
    rmSync(dir, { recursive: true })
  }
  return { store, dir, file, remove }
}
