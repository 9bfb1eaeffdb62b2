import type { Change, LiveEvent, Position } from '../../../shared/contract/live.ts'
import { rightsOfTables } from '../../../shared/contract/table-rights.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import { snapshot } from './snapshot.ts'

/** How long changes are gathered before they are told, ms. */
const GATHER_MS = 100

/** How often a quiet hub says that it is there, ms. */
const ALIVE_MS = 5_000

/** Who follows. */
export interface Following {
  /** Whether they get the tables of money; to who doesn't, those are empty. */
  readonly seesMoney: boolean
  /** Aborts when nobody follows any more. */
  readonly signal?: AbortSignal | undefined
}

/**
 * The live events for one desk, without end until `signal` aborts.
 * @param from where the desk stands; a snapshot comes first when that place is not known any more
 */
export async function* follow(
  store: Store,
  from: Position | undefined,
  clock: () => Instant,
  { seesMoney, signal }: Following,
): AsyncGenerator<LiveEvent, void, void> {
  const { feed } = store
  const bell = doorbell()
  const unsubscribe = feed.subscribe(bell.ring)
  signal?.addEventListener('abort', bell.ring)
  try {
    let place = from && seenFrom(from, seesMoney)
    while (!signal?.aborted) {
      const missed = place && seen(feed.since(place), seesMoney)
      const stands = feed.position()
      const position = toldAs(stands, seesMoney)
      if (missed === undefined) {
        yield {
          kind: 'snapshot',
          position,
          tables: await snapshot(store.reads, clock(), seesMoney),
        }
      } else if (missed.length > 0) {
        yield { kind: 'changes', position, changes: missed }
      } else {
        yield { kind: 'alive', position, at: clock() }
      }
      place = stands
      if (await bell.rung(ALIVE_MS)) await pause(GATHER_MS)
    }
  } finally {
    unsubscribe()
    signal?.removeEventListener('abort', bell.ring)
  }
}

/** Marks the places of those who see no money: who sees it has missed more than what changed since, and the other way. */
const WITHOUT_MONEY = '~'

function toldAs({ epoch, seq }: Position, seesMoney: boolean): Position {
  return { epoch: seesMoney ? epoch : epoch + WITHOUT_MONEY, seq }
}

/** The place in the feed that was told as this; undefined when it was told to one who saw more or less. */
function seenFrom({ epoch, seq }: Position, seesMoney: boolean): Position | undefined {
  if (epoch.endsWith(WITHOUT_MONEY) === seesMoney) return undefined
  return { epoch: seesMoney ? epoch : epoch.slice(0, -WITHOUT_MONEY.length), seq }
}

function seen(changes: Change[] | undefined, seesMoney: boolean): Change[] | undefined {
  return seesMoney ? changes : changes?.filter(({ table }) => rightsOfTables[table] === 'look')
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms).unref())

/** Something that can ring while nobody listens yet, and is heard when they do. */
function doorbell() {
  let hasRung = false
  let wake: (() => void) | undefined
  return {
    ring: (): void => {
      hasRung = true
      wake?.()
    },
    /** Waits for a ring, at most `ms`. @returns whether it rang */
    async rung(ms: number): Promise<boolean> {
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          timer.unref()
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        wake = undefined
      }
      const rang = hasRung
      hasRung = false
      return rang
    },
  }
}
