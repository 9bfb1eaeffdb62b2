export interface PendingAnswers<Answer> {
  /** Sends a question under an id of its own. @throws when it isn't answered in time, or given up */
  ask(send: (id: number) => void): Promise<Answer>
  /** Nothing happens when nobody waits for it any more. */
  answer(id: number, answer: Answer): void
  /** Whoever was to answer is gone. */
  giveUp(): void
}

/**
 * Questions to another process that wait for their answers.
 * @param patienceMs how long one may take
 */
export function answersPending<Answer>(patienceMs: number): PendingAnswers<Answer> {
  const waiting = new Map<number, PromiseWithResolvers<Answer>>()
  let lastId = 0
  return {
    ask: (send) => {
      lastId += 1
      const id = lastId
      const asked = Promise.withResolvers<Answer>()
      waiting.set(id, asked)
      const late = setTimeout(() => asked.reject(new Error('No answer in time.')), patienceMs)
      const settled = (): void => {
        clearTimeout(late)
        waiting.delete(id)
      }
      asked.promise.then(settled, settled)
      send(id)
      return asked.promise
    },
    answer: (id, answer) => waiting.get(id)?.resolve(answer),
    giveUp: () => {
      for (const { reject } of waiting.values()) reject(new Error('Whoever was asked is gone.'))
    },
  }
}
