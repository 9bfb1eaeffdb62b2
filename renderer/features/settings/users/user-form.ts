import { becoming } from '../../../../shared/domain/user/changing.ts'
import type { Role } from '../../../../shared/domain/user/role.ts'
import type { User } from '../../../../shared/domain/user/user.ts'
import { nameKey, userName } from '../../../../shared/domain/user/user.ts'

/** Somebody new, as they are typed. */
export type NewUserForm = { name: string; role: Role; language: User['language'] }

/** What may still be wrong with the name. */
export type NameFlaw = 'length' | 'reserved' | 'taken'

/** What is wrong with a name; null where somebody may have it. */
export function nameFlaw(name: string, users: readonly User[]): NameFlaw | null {
  const typed = name.trim()
  if (typed === '' || typed.length > 60) return 'length'
  if (users.some((user) => nameKey(user.name) === nameKey(typed))) return 'taken'
  return userName.safeParse(typed).success ? null : 'reserved'
}

/** Whether that user is the only supervisor: the hub would refuse another role, and to let them go. */
export function isLastSupervisor(users: readonly User[], user: User): boolean {
  return becoming(users, user, null) !== null
}

/** What a form would change of a user; without keys where it would change nothing. */
export function userPatchOf(
  form: Pick<User, 'role' | 'language'>,
  user: User,
): Partial<Pick<User, 'role' | 'language'>> {
  return {
    ...(form.role === user.role ? {} : { role: form.role }),
    ...(form.language === user.language ? {} : { language: form.language }),
  }
}
