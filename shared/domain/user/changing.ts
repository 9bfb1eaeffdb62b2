import { nameKey, type User } from './user.ts'
import type { Role } from './role.ts'

/** Why a user is not made or changed. */
export type UserRefusal =
  | { readonly code: 'nameTaken'; readonly userId: string; readonly archived: boolean }
  | { readonly code: 'firstSupervisor' }
  | { readonly code: 'lastSupervisor' }

/** Why nobody of that name and role may be added; null where nothing stands against it. */
export function adding(
  users: readonly User[],
  { name, role }: Pick<User, 'name' | 'role'>,
): UserRefusal | null {
  const same = users.find((user) => nameKey(user.name) === nameKey(name))
  if (same) return { code: 'nameTaken', userId: same.id, archived: same.archivedAt !== null }
  if (role !== 'supervisor' && !users.some(isWorking)) return { code: 'firstSupervisor' }
  return null
}

/** Why a user may not get that role, or be archived (`null`); null where nothing stands against it. */
export function becoming(
  users: readonly User[],
  user: User,
  role: Role | null,
): UserRefusal | null {
  const loses = user.role === 'supervisor' && user.archivedAt === null && role !== 'supervisor'
  const others = users.some((other) => other.id !== user.id && isSupervisor(other))
  return loses && !others ? { code: 'lastSupervisor' } : null
}

/** Whether somebody works here still, and may log in. */
export function isWorking({ archivedAt }: Pick<User, 'archivedAt'>): boolean {
  return archivedAt === null
}

function isSupervisor(user: User): boolean {
  return isWorking(user) && user.role === 'supervisor'
}
