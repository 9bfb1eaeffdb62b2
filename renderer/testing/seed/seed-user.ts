import type { LiveRows } from '../../../shared/contract/live.ts'
import { role } from '../../../shared/domain/user/role.ts'
import type { User } from '../../../shared/domain/user/user.ts'
import { DAY } from '../../../shared/time/instant.ts'
import { newId } from '../fake/fake-store.ts'

const names = [
  ...['Kim Berg', 'Åsa Lindqvist', 'Bo Ek', 'Fatima Haddad', 'Jonas Öberg', 'Maja Sjöström'],
  ...['Nils Persson', 'Olga Petrova', 'Per-Olof Gustavsson', 'Rana Aziz', 'Sven Dahl'],
  ...['Tove Holm', 'Ulf Nyström', 'Vera Lund', 'William Ström', 'Ylva Falk', 'Zara Mohammed'],
] as const

/** The PIN of everybody who is seeded. */
export const SEEDED_PIN = '2468'

/** So many users, the first a supervisor, the others of each role in turn. */
export function seedUsers(rows: LiveRows, count: number, now: number): void {
  const roles = role.options.toReversed()
  rows.user = Array.from({ length: count }, (_, index): User => ({
    id: newId(now - index),
    name: names[index] ?? `User ${index + 1}`,
    role: roles[index % roles.length] ?? 'viewer',
    language: index === 1 ? 'sv' : null,
    archivedAt: index === 5 ? now - 12 * DAY : null,
    createdAt: now - (60 - index) * DAY,
    updatedAt: now - 12 * DAY,
  }))
}
