import { isPairingOpen } from '../../../shared/domain/adoption/admission.ts'
import { type Pairing, PAIRING_MS } from '../../../shared/domain/adoption/adoption.ts'
import type { Chargers } from '../chargers.ts'
import type { Reads } from '../store/reads.ts'
import type { Store } from '../store/store.ts'
import type { Writes } from '../store/writes.ts'

const closed: Pairing = { id: 'pairing', openedBy: null, openUntil: null }

export async function currentPairing(reads: Reads): Promise<Pairing> {
  return (await reads.get('pairing', 'pairing')) ?? closed
}

function savePairing(tx: Writes, act: string, pairing: Pairing): Pairing {
  const { openedBy, openUntil } = pairing
  const saved = tx.update('pairing', 'pairing', { openedBy, openUntil })
  if (!saved) tx.insert('pairing', pairing)
  tx.journal({ act, noun: 'pairing', nounId: 'pairing', after: pairing })
  return pairing
}

/** Lets unknown chargers in to wait, for a quarter of an hour from now; who was refused before may try again. */
export function openPairing(tx: Writes, openedBy: string): Pairing {
  for (const { id } of tx.find('candidate', { state: 'refused' }))
    tx.update('candidate', id, { state: 'gone' })
  return savePairing(tx, 'pairing.open', {
    id: 'pairing',
    openedBy,
    openUntil: tx.now + PAIRING_MS,
  })
}

/** Closes pairing and lets go of the chargers that still wait. */
export function closePairing(tx: Writes, chargers: Chargers): Pairing {
  tx.afterCommit(() => chargers.disconnectCandidate('all', 'pairing closed'))
  return savePairing(tx, 'pairing.close', closed)
}

/** Closes pairing when its time is up. Called now and then. */
export async function closePairingWhenDue(
  store: Store,
  chargers: Chargers,
  now: number,
): Promise<void> {
  const pairing = await currentPairing(store.reads)
  if (pairing.openUntil === null || isPairingOpen(pairing, now)) return
  await store.work('hub', (tx) => closePairing(tx, chargers))
}
