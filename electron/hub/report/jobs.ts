import { basename } from 'node:path'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { ReportJob } from '../../../shared/domain/report/job.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { ReportCancelled, ReportFailed, type ReportReader } from './reader.ts'
import type { FileSpec } from './task.ts'

/** So many files are written at a time; more wait for their turn. */
const AT_ONCE = 2
/** So many may wait. */
const MOST_WAITING = 8
/** So many that are over are remembered. */
const REMEMBERED = 20

/** A file that is to be written. */
export interface ExportWish {
  readonly id: Id
  readonly spec: FileSpec
  readonly path: string
  readonly startedBy: string
}

/** The files that are being written. They are the hub's run's alone: one that is interrupted has left nothing. */
export interface ReportJobs {
  /** Whether another may be begun; so many that wait are enough. */
  hasRoom(): boolean
  begin(wish: ExportWish): ReportJob
  list(): ReportJob[]
  get(id: Id): ReportJob | undefined
  cancel(id: Id): ReportJob | undefined
  /** The job now and after each change, until it is over. */
  follow(id: Id, signal: AbortSignal | undefined): AsyncGenerator<ReportJob, void, void>
}

interface Kept {
  job: ReportJob
  readonly wish: ExportWish
  readonly aborting: AbortController
  changed: PromiseWithResolvers<void>
}

export function reportJobs(reader: Pick<ReportReader, 'ask'>, clock: () => Instant): ReportJobs {
  const all = new Map<Id, Kept>()

  const change = (kept: Kept, patch: Partial<ReportJob>): void => {
    kept.job = { ...kept.job, ...patch }
    const { changed } = kept
    kept.changed = Promise.withResolvers()
    changed.resolve()
  }
  const end = (kept: Kept, patch: Partial<ReportJob>): void => {
    change(kept, { ...patch, endedAt: clock() })
    for (const [id, { job }] of all) {
      if (all.size <= REMEMBERED) break
      if (job.endedAt !== null) all.delete(id)
    }
    startNext()
  }
  const count = (state: ReportJob['state']): number =>
    [...all.values()].filter(({ job }) => job.state === state).length
  const startNext = (): void => {
    for (const kept of all.values()) {
      if (count('running') >= AT_ONCE) return
      if (kept.job.state === 'waiting') void run(kept)
    }
  }
  const run = async (kept: Kept): Promise<void> => {
    change(kept, { state: 'running' })
    const { spec, path } = kept.wish
    try {
      const written = await reader.ask(
        'file',
        { spec, now: clock(), path },
        { signal: kept.aborting.signal, progress: (progress) => change(kept, progress) },
      )
      end(kept, { state: 'done', ...written, ofRows: written.rows })
    } catch (error) {
      if (error instanceof ReportCancelled) return end(kept, { state: 'cancelled' })
      const failure = error instanceof ReportFailed ? error.failure : 'other'
      const detail = error instanceof Error ? error.message : String(error)
      end(kept, { state: 'failed', failure, detail: detail.slice(0, 300) })
    }
  }

  return {
    hasRoom: () => count('waiting') < MOST_WAITING,
    begin(wish) {
      const job: ReportJob = {
        ...{ id: wish.id, kind: wish.spec.kind, fileName: basename(wish.path), state: 'waiting' },
        ...{ rows: 0, ofRows: null, bytes: 0, failure: null, detail: '' },
        ...{ startedBy: wish.startedBy, startedAt: clock(), endedAt: null },
      }
      const kept: Kept = {
        ...{ job, wish, aborting: new AbortController() },
        changed: Promise.withResolvers(),
      }
      all.set(wish.id, kept)
      startNext()
      return kept.job
    },
    list: () => [...all.values()].map(({ job }) => job).reverse(),
    get: (id) => all.get(id)?.job,
    cancel(id) {
      const kept = all.get(id)
      if (kept === undefined) return undefined
      kept.aborting.abort()
      if (kept.job.state === 'waiting') end(kept, { state: 'cancelled' })
      return kept.job
    },
    async *follow(id, signal) {
      const kept = all.get(id)
      if (kept === undefined) return
      const gone = Promise.withResolvers<void>()
      signal?.addEventListener('abort', () => gone.resolve())
      while (!signal?.aborted) {
        const { job, changed } = kept
        yield job
        if (job.endedAt !== null) return
        await Promise.race([changed.promise, gone.promise])
      }
    },
  }
}
