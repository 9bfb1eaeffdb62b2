import type { Migration } from 'kysely'
import * as charging from './0001-charging.ts'
import * as booking from './0002-booking.ts'

/** Every step in order; the name is remembered in the database, so it never changes. */
export const migrations: Record<string, Migration> = {
  '0001-charging': charging,
  '0002-booking': booking,
}
