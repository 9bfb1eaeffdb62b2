import { answerOf, isStripes } from './answer.ts'

/**
 * Does something with one of Stripe's objects. One that is gone, or can't be read, is passed over: it must not stand
 * before all that come after it.
 * @param failed told what of Stripe's could not be taken in
 * @throws what says that Stripe can't be asked now
 */
export async function orPassOver(
  failed: (error: unknown) => void,
  run: () => Promise<unknown>,
): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!isStripes(error)) failed(error)
    else if (answerOf(error).kind !== 'refused') throw error
  }
}
