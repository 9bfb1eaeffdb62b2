import { parentPort, workerData } from 'node:worker_threads'
import type { Instant } from '../../../shared/time/instant.ts'
import { isBookFile, writeBooks } from '../accounting/write-books.ts'
import { openReader, type Sqlite } from '../store/sqlite.ts'
import { dayFiguresOf } from './day.ts'
import type { FileSpec, FromThread, Progress, Task, ToThread, Written } from './task.ts'
import { failureOf, writeWholeFile } from './whole-file.ts'
import { Cancelled, type Outlet, pageOf, sumsOf, writeReport } from './write-report.ts'

// The thread that reads reports: it has a connection of its own that can only read, so the hub never waits for it, and
// what it is asked at once it does by turns.
const port = parentPort
if (port === null) throw new Error('Reports are read in a thread of the hub.')
const tell = (told: FromThread): void => port.postMessage(told)
const sqlite: Sqlite = openReader(String(workerData))

/** How often it is told how far a task is, ms. */
const TOLD_EVERY = 200

interface Running {
  readonly aborting: AbortController
  /** Resolved when whoever takes the bytes has room for more. */
  room: PromiseWithResolvers<void>
}
const running = new Map<number, Running>()

port.on('message', (message: ToThread) => {
  const { id } = message
  if (message.task === 'cancel' || message.task === 'more') {
    const known = running.get(id)
    if (message.task === 'cancel') known?.aborting.abort()
    known?.room.resolve()
    return
  }
  const run: Running = { aborting: new AbortController(), room: Promise.withResolvers() }
  running.set(id, run)
  answerOf(message, run)
    .then((answer) => tell({ id, is: 'answer', answer }))
    .catch((error: unknown) => {
      if (error instanceof Cancelled) return tell({ id, is: 'cancelled' })
      const detail = error instanceof Error ? error.message : String(error)
      tell({ id, is: 'failed', failure: failureOf(error), detail })
    })
    .finally(() => running.delete(id))
})

type Asked = Extract<ToThread, { task: Task }>
type Answer = Extract<FromThread, { is: 'answer' }>['answer']

async function answerOf(message: Asked, run: Running): Promise<Answer> {
  const { signal } = run.aborting
  const { id } = message
  switch (message.task) {
    case 'page':
      return pageOf(sqlite, message.asked, signal)
    case 'sums':
      return sumsOf(sqlite, message.asked, signal)
    case 'day':
      return dayFiguresOf(sqlite, message.asked)
    case 'file': {
      const { path } = message.asked
      return writeWholeFile(path, nameOf(id), (take) =>
        writeFile(sqlite, message.asked, { take, told: teller(id), signal }),
      )
    }
    case 'stream': {
      const take = async (bytes: Uint8Array): Promise<void> => {
        run.room = Promise.withResolvers()
        tell({ id, is: 'bytes', bytes })
        await run.room.promise
        if (signal.aborted) throw new Cancelled()
      }
      return writeFile(sqlite, message.asked, { take, told: teller(id), signal })
    }
  }
}

function writeFile(
  reader: Sqlite,
  { spec, now }: { readonly spec: FileSpec; readonly now: Instant },
  outlet: Outlet,
): Promise<Written> {
  return isBookFile(spec)
    ? writeBooks(reader, { spec, now }, outlet)
    : writeReport(reader, { spec, now }, outlet)
}

/** A name that no other file has that is written now. */
function nameOf(id: number): string {
  return `${Date.now().toString(36)}-${id}`
}

function teller(id: number): (progress: Progress) => void {
  let toldAt = -Infinity
  return (progress) => {
    const now = performance.now()
    if (now - toldAt < TOLD_EVERY) return
    toldAt = now
    tell({ id, is: 'progress', progress })
  }
}
