import type { Id } from '../../../shared/domain/id/id.ts'
import { DAY, type Instant, SECOND } from '../../../shared/time/instant.ts'
import type { ChargerEvent } from '../charger-event.ts'
import type { Store, Unit } from '../store/store.ts'
import type { Writes } from '../store/writes.ts'
import { adoptTransactions } from './adopt.ts'
import { billNoShows, followBookings } from './follow-bookings.ts'
import { billHappened } from './happened.ts'
import { lookAtLateStays } from './late-stays.ts'
import type { Settled } from './make-final.ts'
import { runningStays } from './running-stays.ts'
import type { Watcher } from './stay-of.ts'

export interface BillKeeper {
  /** What acts on bills by hand need. */
  readonly watcher: Watcher & { readonly settled: Settled }
  /** Takes in a charger's message within the unit that stores it. */
  happened(tx: Writes, event: ChargerEvent): void
  /** Brings every bill up to date that something has happened to. Called again meanwhile it looks once more after that. */
  look(): Promise<void>
  /** Lets go of what was told of connectors so long ago that no bill is made of it any more. */
  forgetOld(): Promise<void>
  close(): void
}

export interface BillKeeperParts {
  readonly store: Store
  readonly clock: () => Instant
  /** Told in the same unit of each bill that becomes final or void. */
  readonly settled: Settled
  /** Told what kept a bill from being brought up to date. */
  readonly failed: (error: unknown) => void
}

/** How many stays are priced in one unit, so that chargers never wait long for it. */
const AT_ONCE = 10

/** How soon after its start a stay has a bill; cars that come together get theirs together. */
const GATHER_MS = SECOND / 4

/** How long statuses are kept: as long as anybody may want to know why parking was billed. */
const MARKS_KEPT_MS = 400 * DAY

/** Makes bills, and keeps them up to date while cars charge. */
export function billKeeper(parts: BillKeeperParts): BillKeeper {
  const { store, clock, settled, failed } = parts
  const watcher = { openedAt: clock(), settled }
  const stays = runningStays(watcher)
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | null = null
  let again = false
  let closed = false

  const soon = (): void => {
    if (closed) return
    timer ??= setTimeout(() => {
      timer = undefined
      void untilDone((tx) => adoptTransactions(tx, settled))
    }, GATHER_MS).unref()
  }

  /** A step that fails keeps none of the others from being done. */
  const untilDone = async (unit: Unit<boolean>): Promise<void> => {
    try {
      while (!closed && (await store.work('hub', unit))) {
        // Once more: that was only a part of it.
      }
    } catch (error) {
      if (!closed) failed(error)
    }
  }

  const lookOnce = async (): Promise<void> => {
    await untilDone((tx) => adoptTransactions(tx, settled))
    await untilDone((tx) => followBookings(tx, settled))
    await untilDone((tx) => billNoShows(tx, settled))
    await untilDone((tx) => lookAtLateStays(tx, watcher))
    const running = await store.work('hub', (tx) => stays.all(tx))
    for (let at = 0; at < running.length && !closed; at += AT_ONCE)
      await lookAtSome(running.slice(at, at + AT_ONCE))
  }

  /** One that can't be priced keeps no other from being. */
  const lookAtSome = async (billIds: readonly Id[]): Promise<void> => {
    try {
      await store.work('hub', (tx) => stays.look(tx, billIds))
    } catch (error) {
      if (closed) return
      if (billIds.length === 1) return failed(error)
      for (const billId of billIds) await lookAtSome([billId])
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

  return {
    watcher,
    happened(tx, event) {
      if (billHappened(tx, event)) tx.afterCommit(soon)
    },
    look,
    async forgetOld() {
      await store.work('hub', (tx) =>
        tx.sql('delete from stayMark where at < ?', [clock() - MARKS_KEPT_MS]),
      )
    },
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}
