import { Worker } from 'node:worker_threads'
import { threadFile } from '../thread-file.ts'
import type { PlannerAnswer, PlannerQuestion, PlannerWord, PlannerWords } from './planner-words.ts'

const FILE = threadFile('planning/planner-thread.ts', 'planner.js')

/** Plans in a thread of its own, so that neither chargers nor desks wait for it. */
export interface Planner {
  ask<W extends PlannerWord>(
    word: W,
    asked: PlannerWords[W]['asked'],
  ): Promise<PlannerWords[W]['answer']>
  close(): Promise<void>
}

/** A planner that could not answer; what it said is in the message. */
export class PlannerFailed extends Error {
  override name = 'PlannerFailed'
}

/** A thread that ends by itself is started again with the next question; what it was asked fails. */
export function threadedPlanner(): Planner {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let thread: Worker | undefined
  let lastId = 0

  /** What was asked of a thread that is no more. */
  const fail = (words: string): void => {
    thread = undefined
    for (const { reject } of waiting.values()) reject(new PlannerFailed(words))
    waiting.clear()
  }
  const start = (): Worker => {
    const worker = new Worker(FILE, { name: 'planner' })
    worker.on('message', (answer: PlannerAnswer) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ('failed' in answer) asked?.reject(new PlannerFailed(answer.failed))
      else asked?.resolve(answer.answer)
    })
    worker.on('error', (error) => {
      if (thread === worker) fail(error instanceof Error ? error.message : String(error))
    })
    worker.on('exit', () => {
      if (thread === worker) fail('The planner has ended.')
    })
    worker.unref()
    return worker
  }

  return {
    ask<W extends PlannerWord>(word: W, asked: PlannerWords[W]['asked']) {
      thread ??= start()
      const id = (lastId += 1)
      const answer = Promise.withResolvers<unknown>()
      waiting.set(id, answer)
      thread.postMessage({ id, word, asked } as PlannerQuestion) // TypeScript can't follow that the two belong together
      return answer.promise as Promise<PlannerWords[W]['answer']> // the thread's other side of the same words
    },
    async close() {
      const ending = thread
      fail('The planner was closed.')
      await ending?.terminate()
    },
  }
}
