import { DAY, type Instant } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import { PLANS_OWN_ACTIONS } from './request.ts'

/** How long the commands are kept by which the hub carries out its plan: as long as the wire log tells of them. */
export const PLANS_OWN_MS = 7 * DAY

/** How many one unit lets go of, so that chargers never wait long for it. */
const AT_ONCE = 2_000

/** Lets go of the plan's own commands that are older; a person's are kept. @returns how many went */
export async function forgetPlansOwn(store: Store, now: Instant): Promise<number> {
  const actions = PLANS_OWN_ACTIONS.map((action) => `'${action}'`).join(', ')
  let gone = 0
  for (;;) {
    const some = await store.work(
      'hub',
      (tx) =>
        tx.sql(
          `delete from command where id in (select id from command
            where requestedBy = 'hub' and endedAt < ? and action in (${actions}) limit ?) returning id`,
          [now - PLANS_OWN_MS, AT_ONCE],
        ).length,
    )
    gone += some
    if (some < AT_ONCE) return gone
  }
}
