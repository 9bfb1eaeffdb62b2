import type { Store } from '../store/store.ts'
import { advance } from './advance.ts'
import type { WalkUpRooms } from './rooms.ts'

export interface WalkUpKeeper {
  /** Something may go on: looks as soon as what is on its way is on disk. */
  soon(): void
  /** Brings every walk-up up to date that is not over. */
  look(): Promise<void>
  close(): Promise<void>
}

/** What comes together is looked at together. */
const GATHER_MS = 40

/**
 * Lets walk-ups go on by themselves: when their money is there the charger is told, when the car is plugged in and charges
 * they say so. It looks when rows have changed, and every second while one of them waits.
 */
export function walkUpKeeper({
  store,
  rooms,
  failed,
}: {
  readonly store: Store
  readonly rooms: WalkUpRooms
  /** Told what kept a walk-up from going on. */
  readonly failed: (error: unknown) => void
}): WalkUpKeeper {
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | null = null
  let again = false
  let closed = false
  let anyWaits = false

  const lookOnce = async (): Promise<void> => {
    const open = await toLookAt(store)
    anyWaits = open.some(({ state }) => state !== 'charging')
    for (const { id } of open) {
      if (closed) return
      try {
        await store.work('hub', (tx) => {
          const walkUp = tx.get('walkUp', id)
          if (walkUp !== undefined) advance(tx, rooms, walkUp)
        })
      } catch (error) {
        if (!closed) failed(error)
      }
    }
  }

  async function look(): Promise<void> {
    again = true
    looking ??= (async () => {
      try {
        while (again && !closed) {
          again = false
          await lookOnce()
        }
      } finally {
        looking = null
      }
    })()
    await looking
  }

  const soon = (): void => {
    if (closed) return
    timer ??= setTimeout(() => {
      timer = undefined
      look().catch((error: unknown) => {
        if (!closed) failed(error)
      })
    }, GATHER_MS).unref()
  }

  const unsubscribe = store.feed.subscribe(() => {
    if (anyWaits) soon()
  })
  // What the hub before had no time for.
  soon()

  return {
    soon() {
      anyWaits = true
      soon()
    },
    look,
    async close() {
      closed = true
      unsubscribe()
      clearTimeout(timer)
      await looking?.catch(() => undefined)
    },
  }
}

/** The walk-ups that wait, and those whose booking says otherwise than that they charge. */
function toLookAt({ reads }: Store) {
  return reads.query
    .selectFrom('walkUp')
    .leftJoin('booking', 'booking.id', 'walkUp.id')
    .select(['walkUp.id', 'walkUp.state'])
    .where('walkUp.endedAt', 'is', null)
    .where((is) =>
      is.or([is('walkUp.state', '!=', 'charging'), is('booking.state', '!=', 'charging')]),
    )
    .execute()
}
