import { phoneKey } from '../../../shared/domain/search/what-typed.ts'
import type { WalkUp } from '../../../shared/domain/walk-up/walk-up.ts'
import type { Writes } from '../store/writes.ts'

/** Keeps a walk-up's phone as it is looked for. */
export function keepPhone(tx: Writes, { id, phone }: Pick<WalkUp, 'id' | 'phone'>): void {
  const key = phoneKey(phone)
  tx.remove('walkUpPhone', id)
  if (key !== '') tx.insert('walkUpPhone', { id, phoneKey: key })
}
