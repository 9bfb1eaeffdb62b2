import type { Store } from '../../store/store.ts'
import { transactionStarted } from './transaction-started.ts'

/**
 * Sets right what passed while the hub was away: reservations that were being asked for are asked for again, and
 * transactions that run without a booking get one. Who didn't come meanwhile the chore finds out.
 */
export async function awakenBookings(store: Store): Promise<void> {
  await store.work('hub', (tx) => {
    for (const { id } of tx.sql(`select id from booking where reservation = 'requested'`, []))
      tx.update('booking', String(id), { reservation: 'none' })
    const unbooked = tx.sql(
      `select id from "transaction" as running where state = 'active'
        and not exists (select 1 from booking where transactionId = running.id)
        order by startedAt`,
      [],
    )
    for (const { id } of unbooked) {
      const transaction = tx.get('transaction', String(id))
      if (transaction === undefined) continue
      const [token] = tx.find('idToken', { idToken: transaction.idToken })
      transactionStarted(tx, { transaction, token, isNew: true })
    }
  })
}
