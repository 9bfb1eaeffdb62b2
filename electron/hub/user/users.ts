import { adding, becoming, type UserRefusal } from '../../../shared/domain/user/changing.ts'
import type { User } from '../../../shared/domain/user/user.ts'
import type { Patch, Writes } from '../store/writes.ts'
import { noAttempts } from '../../../shared/domain/user/attempts.ts'

export type Changed =
  | { readonly kind: 'done'; readonly user: User }
  | { readonly kind: 'refused'; readonly refusal: UserRefusal }
  | { readonly kind: 'missing' }

export interface NewUser extends Pick<User, 'id' | 'name' | 'role' | 'language'> {
  /** What is kept of the PIN; it is hashed for this id, and before the unit, which waits for nothing. */
  readonly pinHash: string
}

/** Adds a user with their PIN. */
export function addUser(tx: Writes, { pinHash, ...told }: NewUser): Changed {
  const refusal = adding(tx.find('user', {}), told)
  if (refusal) return { kind: 'refused', refusal }
  const user: User = { ...told, archivedAt: null, createdAt: tx.now, updatedAt: tx.now }
  tx.insert('user', user)
  tx.insert('userPin', { id: user.id, hash: pinHash, ...noAttempts, changedAt: tx.now })
  tx.journal({ act: 'user.add', noun: 'user', nounId: user.id, after: user })
  return { kind: 'done', user }
}

/** Changes a user's role or language. */
export function updateUser(
  tx: Writes,
  id: string,
  patch: { role?: User['role'] | undefined; language?: User['language'] | undefined },
): Changed {
  const before = tx.get('user', id)
  if (!before) return { kind: 'missing' }
  const refusal = becoming(tx.find('user', {}), before, patch.role ?? before.role)
  if (refusal) return { kind: 'refused', refusal }
  return saved(tx, before, 'user.update', patch)
}

/** Lets a user go. Their name stays theirs. */
export function archiveUser(tx: Writes, id: string): Changed {
  const before = tx.get('user', id)
  if (!before) return { kind: 'missing' }
  if (before.archivedAt !== null) return { kind: 'done', user: before }
  const refusal = becoming(tx.find('user', {}), before, null)
  if (refusal) return { kind: 'refused', refusal }
  return saved(tx, before, 'user.archive', { archivedAt: tx.now })
}

/** Takes a user in again. */
export function restoreUser(tx: Writes, id: string): Changed {
  const before = tx.get('user', id)
  if (!before) return { kind: 'missing' }
  if (before.archivedAt === null) return { kind: 'done', user: before }
  return saved(tx, before, 'user.restore', { archivedAt: null })
}

/** Puts another PIN in the place of a user's; wrong ones before it are forgotten. */
export function putPin(
  tx: Writes,
  id: string,
  pinHash: string,
  act: 'user.setPin' | 'user.changePin',
): Changed {
  const user = tx.get('user', id)
  if (!user) return { kind: 'missing' }
  const pin = { hash: pinHash, ...noAttempts, changedAt: tx.now }
  if (!tx.update('userPin', id, pin)) tx.insert('userPin', { id, ...pin })
  tx.journal({ act, noun: 'user', nounId: id })
  return { kind: 'done', user }
}

function saved(tx: Writes, before: User, act: string, patch: Patch<'user'>): Changed {
  const user = tx.update('user', before.id, { ...patch, updatedAt: tx.now }) ?? before
  tx.journal({ act, noun: 'user', nounId: user.id, before, after: user })
  return { kind: 'done', user }
}
