import { Worker } from 'node:worker_threads'
import { threadFile } from '../thread-file.ts'
import type { Sqlite } from './sqlite.ts'

/** Pages in the write-ahead log from which on they are carried into the database. */
const ENOUGH_PAGES = 8_000

/** So few pages are carried by the writing thread itself. */
const FEW_PAGES = 400

const FILE = threadFile('store/checkpoint-thread.ts', 'checkpoint.js')

/**
 * Carries the write-ahead log into the database in a thread of its own, so that no charger waits while thousands of
 * pages are copied and synced. Only what was committed meanwhile is left for the writing thread: with that done
 * too, the next commit begins the log anew, which otherwise would grow as long as commits go on.
 */
export interface Checkpoints {
  /** To be told of each commit. */
  committed(): void
  end(): Promise<void>
}

/** @param sqlite the writing connection, whose own checkpoints are off */
export function checkpoints(sqlite: Sqlite, file: string, enoughPages = ENOUGH_PAGES): Checkpoints {
  let thread: Worker | undefined
  let working = false
  /** Asks without carrying anything (sqlite.org/pragma.html#pragma_wal_checkpoint). */
  const look = (): { pages: number; left: number } => {
    const [{ log, checkpointed } = {}] = sqlite.all('pragma wal_checkpoint(noop)', [])
    return { pages: Number(log ?? 0), left: Number(log ?? 0) - Number(checkpointed ?? 0) }
  }
  const carried = (done: boolean): void => {
    if (done && look().left > FEW_PAGES) return thread?.postMessage(null)
    working = false
    if (!done) return // The next commit asks again.
    try {
      sqlite.exec('pragma wal_checkpoint(passive)')
    } catch {
      // As in the thread: nothing is lost, and the next commit asks again.
    }
  }
  const start = (): Worker => {
    const worker = new Worker(FILE, { workerData: file, name: 'checkpoint' })
    worker.on('message', carried)
    worker.on('error', (error) => {
      throw error
    })
    worker.unref()
    return worker
  }
  return {
    committed() {
      if (working || look().pages < enoughPages) return
      working = true
      thread ??= start()
      thread.postMessage(null)
    },
    async end() {
      await thread?.terminate()
    },
  }
}
