import { Worker } from 'node:worker_threads'
import type { ExportFailure } from '../../../shared/domain/report/job.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { threadFile } from '../thread-file.ts'
import type { FromThread, Progress, Task, Tasks, ToThread } from './task.ts'

const FILE = threadFile('report/report-thread.ts', 'report.js')

/** So long the thread is kept when nobody asks it anything, ms: it has pages of the database in memory. */
const IDLE_MS = MINUTE

/** A report that could not be read or written; what the machine said is the message. */
export class ReportFailed extends Error {
  override name = 'ReportFailed'
  readonly failure: ExportFailure
  constructor(failure: ExportFailure, detail: string) {
    super(detail)
    this.failure = failure
  }
}

/** Somebody didn't want the report any more. */
export class ReportCancelled extends Error {
  override name = 'ReportCancelled'
}

/** What whoever asks may want to be told meanwhile. */
export interface Listening {
  readonly signal?: AbortSignal | undefined
  readonly progress?: (progress: Progress) => void
  /** Takes bytes of a stream; the next come when it has resolved. */
  readonly bytes?: (bytes: Uint8Array) => Promise<void>
}

/** Reads reports in a thread of its own, so that neither chargers nor desks wait for it. */
export interface ReportReader {
  /** @throws ReportFailed, and ReportCancelled when the signal says so */
  ask<T extends Task>(
    task: T,
    asked: Tasks[T]['asked'],
    listening?: Listening,
  ): Promise<Tasks[T]['answer']>
  close(): Promise<void>
}

interface Waiting extends Listening {
  readonly answer: PromiseWithResolvers<unknown>
}

/** @param database the site's file. A thread that ends by itself is started again with the next question. */
export function reportReader(database: string): ReportReader {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let lastId = 0

  const send = (message: ToThread): void => thread?.postMessage(message)
  const fail = (words: string): void => {
    thread = undefined
    for (const { answer } of waiting.values()) answer.reject(new ReportFailed('other', words))
    waiting.clear()
  }
  const hear = (told: FromThread): void => {
    const asked = waiting.get(told.id)
    if (asked === undefined) return
    switch (told.is) {
      case 'progress':
        return asked.progress?.(told.progress)
      case 'bytes':
        void asked.bytes?.(told.bytes).then(
          () => send({ id: told.id, task: 'more' }),
          () => send({ id: told.id, task: 'cancel' }),
        )
        return
      case 'answer':
        return asked.answer.resolve(told.answer)
      case 'failed':
        return asked.answer.reject(new ReportFailed(told.failure, told.detail))
      case 'cancelled':
        return asked.answer.reject(new ReportCancelled('The report was cancelled.'))
    }
  }
  const start = (): Worker => {
    const worker = new Worker(FILE, { name: 'report', workerData: database })
    worker.on('message', hear)
    worker.on('error', (error) => {
      if (thread === worker) fail(error instanceof Error ? error.message : String(error))
    })
    worker.on('exit', () => {
      if (thread === worker) fail('The thread that reads reports has ended.')
    })
    worker.unref()
    return worker
  }
  const rest = (): void => {
    idle = setTimeout(() => {
      const resting = thread
      thread = undefined
      void resting?.terminate()
    }, IDLE_MS)
    idle.unref()
  }

  return {
    async ask<T extends Task>(task: T, asked: Tasks[T]['asked'], listening: Listening = {}) {
      const { signal } = listening
      if (signal?.aborted) throw new ReportCancelled('The report was cancelled.')
      clearTimeout(idle)
      thread ??= start()
      const id = (lastId += 1)
      const answer = Promise.withResolvers<unknown>()
      waiting.set(id, { ...listening, answer })
      const cancel = (): void => send({ id, task: 'cancel' })
      signal?.addEventListener('abort', cancel)
      send({ id, task, asked } as ToThread) // TypeScript can't follow that the two belong together
      try {
        return (await answer.promise) as Tasks[T]['answer'] // the thread's other side of the same words
      } finally {
        signal?.removeEventListener('abort', cancel)
        waiting.delete(id)
        if (waiting.size === 0) rest()
      }
    },
    async close() {
      clearTimeout(idle)
      const ending = thread
      for (const id of waiting.keys()) send({ id, task: 'cancel' })
      // What is being written takes its file away again before the thread ends.
      await Promise.race([
        Promise.allSettled([...waiting.values()].map(({ answer }) => answer.promise)),
        new Promise((resolve) => setTimeout(resolve, CLOSING_MS).unref()),
      ])
      fail('The reports were closed.')
      await ending?.terminate()
    },
  }
}

const CLOSING_MS = 2_000
