import type { Id } from '../../../shared/domain/id/id.ts'
import { DAY, type Instant, SECOND } from '../../../shared/time/instant.ts'
import type { ChargerEvent } from '../charger-event.ts'
import type { Store, Unit } from '../store/store.ts'
import type { Writes } from '../store/writes.ts'
import { adoptTransactions } from './adopt.ts'
import {
  behindTheirBookings,
  billNoShow,
  followBooking,
  unbilledNoShows,
} from './follow-bookings.ts'
import { billHappened } from './happened.ts'
import { lateStays, lookAtLateStay } from './late-stays.ts'
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

/** How many bills are looked at in one unit, so that chargers never wait long for it. */
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
      void adopt()
    }, GATHER_MS).unref()
  }

  const adopt = async (): Promise<void> => {
    try {
      while (!closed && (await store.work('hub', (tx) => adoptTransactions(tx, settled)))) {
        // Once more: those were only the first of them.
      }
    } catch (error) {
      if (!closed) failed(error)
    }
  }

  /** One after the other, some in a unit; one that fails keeps no other from being done. */
  const forAll = async (
    which: Unit<readonly Id[]>,
    act: (tx: Writes, id: Id) => void,
  ): Promise<void> => {
    if (closed) return
    const ids = await store.work('hub', which)
    for (let at = 0; at < ids.length; at += AT_ONCE) await doSome(ids.slice(at, at + AT_ONCE), act)
  }
  const doSome = async (ids: readonly Id[], act: (tx: Writes, id: Id) => void): Promise<void> => {
    if (closed) return
    try {
      await store.work('hub', (tx) => {
        for (const id of ids) act(tx, id)
      })
    } catch (error) {
      if (closed) return
      if (ids.length === 1) return failed(error)
      for (const id of ids) await doSome([id], act)
    }
  }

  const lookOnce = async (): Promise<void> => {
    await adopt()
    await forAll(behindTheirBookings, (tx, billId) => {
      const bill = tx.get('bill', billId)
      if (bill?.state === 'estimated') followBooking(tx, bill, settled)
    })
    await forAll(unbilledNoShows, (tx, bookingId) => billNoShow(tx, bookingId, settled))
    await forAll(lateStays, (tx, transactionId) => lookAtLateStay(tx, transactionId, watcher))
    await forAll(stays.all, stays.look)
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

  // What the hub before had no time for.
  soon()

  return {
    watcher,
    happened(tx, event) {
      if (billHappened(tx, event)) tx.afterCommit(soon)
    },
    look,
    async forgetOld() {
      await store.work('hub', (tx) =>
        tx.sql(
          // Connector by connector, as they lie: an index by time would be one more to write with each status.
          `delete from stayMark
            where (stationId, connectorId) in (select stationId, connectorId from connector) and at < ?`,
          [clock() - MARKS_KEPT_MS],
        ),
      )
    },
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}
