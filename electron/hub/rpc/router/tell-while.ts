/**
 * What is told in parts, until `until` aborts: what comes after that is told to nobody, and whoever tells it is asked
 * to end at their next word.
 */
export async function* tellWhile<T>(
  told: AsyncIterator<T, unknown, undefined>,
  until: AbortSignal,
): AsyncGenerator<T, void, void> {
  let wake = (): void => undefined
  const end = (): void => wake()
  until.addEventListener('abort', end)
  try {
    while (!until.aborted) {
      // No `Promise.race` with one promise for all: it would hold every word until the stream is over.
      const ended = Promise.withResolvers<null>()
      wake = () => ended.resolve(null)
      const next = await Promise.race([told.next(), ended.promise])
      if (next === null || next.done === true || until.aborted) return
      yield next.value
    }
  } finally {
    until.removeEventListener('abort', end)
    // Not waited for: it may be in the middle of something.
    void Promise.resolve(told.return?.()).catch(() => undefined)
  }
}

/** Whether an answer is told in parts. */
export function isToldInParts(
  answer: unknown,
): answer is AsyncIterator<unknown, unknown, undefined> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer
}
