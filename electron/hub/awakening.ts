import { firstPaymentTerms } from '../../shared/domain/payment/payment-terms.ts'
import { noStripeAccount } from '../../shared/domain/payment/stripe-account.ts'
import { firstTerms } from '../../shared/domain/site/booking-terms.ts'
import { firstDeskTerms } from '../../shared/domain/site/desk-terms.ts'
import { firstGridTerms } from '../../shared/domain/site/grid.ts'
import { firstDriverDoor } from '../../shared/domain/driver-door/driver-door.ts'
import { firstMessageTerms } from '../../shared/domain/message/terms.ts'
import { firstHouseRules } from '../../shared/domain/visit/house-rules.ts'
import { firstWalkUpTerms } from '../../shared/domain/walk-up/walk-up-terms.ts'
import { firstTillTerms } from '../../shared/domain/till/till-terms.ts'
import type { Store } from './store/store.ts'

/**
 * What must be set right when a hub starts: the site has its row, nobody is connected yet, nobody waits to be
 * adopted, and of the commands that were under way nobody knows what the charger did.
 */
export async function awaken(store: Store, timeZone: string): Promise<void> {
  await store.work('hub', (tx) => {
    if (tx.find('site', {}).length === 0)
      tx.insert('site', {
        id: tx.newId(),
        name: 'Laddplan',
        timeZone,
        currency: 'SEK',
        ...firstGridTerms,
        ...firstTerms,
        ...firstDeskTerms,
        createdAt: tx.now,
        updatedAt: tx.now,
      })
    if (!tx.get('paymentTerms', 'paymentTerms'))
      tx.insert('paymentTerms', { id: 'paymentTerms', ...firstPaymentTerms, updatedAt: tx.now })
    if (!tx.get('walkUpTerms', 'walkUpTerms'))
      tx.insert('walkUpTerms', { id: 'walkUpTerms', ...firstWalkUpTerms, updatedAt: tx.now })
    if (!tx.get('houseRules', 'houseRules'))
      tx.insert('houseRules', { id: 'houseRules', ...firstHouseRules, updatedAt: tx.now })
    if (!tx.get('messageTerms', 'messageTerms'))
      tx.insert('messageTerms', { id: 'messageTerms', ...firstMessageTerms, updatedAt: tx.now })
    if (!tx.get('driverDoor', 'driverDoor'))
      tx.insert('driverDoor', { id: 'driverDoor', ...firstDriverDoor, updatedAt: tx.now })
    if (!tx.get('tillTerms', 'tillTerms'))
      tx.insert('tillTerms', { id: 'tillTerms', ...firstTillTerms, updatedAt: tx.now })
    if (!tx.get('stripeAccount', 'stripe')) tx.insert('stripeAccount', noStripeAccount(tx.now))
    for (const { id, lastSeenAt } of tx.find('station', { connection: 'online' }))
      tx.update('station', id, {
        connection: 'offline',
        connectionSince: lastSeenAt ?? tx.now,
        remoteAddress: null,
      })
    for (const { id } of tx.find('candidate', { state: 'waiting' }))
      tx.update('candidate', id, { state: 'gone' })
    for (const state of ['requested', 'sent'] as const)
      for (const { id } of tx.find('command', { state }))
        tx.update('command', id, { state: 'failed', failure: 'hubStopped', endedAt: tx.now })
  })
}
