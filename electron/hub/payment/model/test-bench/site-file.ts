import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Id, uuidV7 } from '../../../../../shared/domain/id/id.ts'
import { DAY, HOUR, type Instant } from '../../../../../shared/time/instant.ts'
import { awaken } from '../../../awakening.ts'
import { openStore, type Store } from '../../../store/store.ts'
import { ownStripe } from './own-stripe.ts'
import { openSite, type Site, type SiteParts } from './site.ts'

/** A file that schedules are carried out on, one after the other, each with bills and a Stripe of its own. */
export interface SiteFile {
  begin(): Promise<Site>
  /** What a site on this file is made of, on its clock. */
  readonly parts: Pick<SiteParts, 'clock' | 'later' | 'store' | 'reopen'>
  close(): Promise<void>
}

const START = Date.UTC(2026, 10, 26, 12)

/** A folder on the fastest disk there is: what is kept is thrown away in the end. */
export function quickFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'laddplan-model-'))
}

/** @param dir the folder that it lies in, which goes with it */
export async function siteFile(dir = quickFolder(), start: Instant = START): Promise<SiteFile> {
  const file = join(dir, 'site.db')
  let now = start
  let numbers = 0
  const newNumber = () => (numbers += 1)
  const clock = (): Instant => now
  // In no order within a millisecond, as ids are, and yet the same each time.
  const newId = (): Id => {
    const bytes = new Uint8Array(10)
    const view = new DataView(bytes.buffer)
    const number = newNumber()
    view.setUint32(0, Math.imul(number, 0x9e3779b1))
    view.setUint32(4, number)
    return uuidV7(now, bytes)
  }
  const open = () => openStore({ file, clock, newId })
  let store = await open()
  await awaken(store, 'Europe/Stockholm')
  const parts: SiteFile['parts'] = {
    clock,
    later: (ms) => (now += ms),
    store: () => store,
    async reopen() {
      await store.close()
      store = await open()
    },
  }
  return {
    parts,
    async begin() {
      // Each begins at a noon of its own, behind all that came before.
      now = Math.ceil((now + DAY) / DAY) * DAY + 12 * HOUR
      await forgetAccount(store)
      const stripe = ownStripe(clock, newNumber)
      return openSite({ ...parts, stripe, bills: [], ledgerBefore: await balances(store) })
    },
    async close() {
      await store.close()
      rmSync(dir, { recursive: true })
    },
  }
}

/** A Stripe that has just been made has told of nothing until now, and has no readers. */
async function forgetAccount(store: Store): Promise<void> {
  await store.work('test', (tx) => {
    tx.update('stripeAccount', 'stripe', {
      ...{ state: 'ok', mode: 'test', accountId: null, missingRights: [], contactAt: tx.now },
      ...{ eventCursor: null, eventsAt: tx.now, eventsAtBefore: {} },
    })
    for (const { id } of tx.find('reader', {})) tx.remove('reader', id)
  })
}

/** What each account of the ledger has, minor units. */
export async function balances(store: Store): Promise<Map<string, number>> {
  const rows = await store.reads.query
    .selectFrom('ledgerLine')
    .select(['account', ({ fn }) => fn.sum<number>('amountMinor').as('minor')])
    .groupBy('account')
    .execute()
  return new Map(rows.map(({ account, minor }) => [account, Number(minor)]))
}
