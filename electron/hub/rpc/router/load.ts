import { implement } from '@orpc/server'
import { loadContract } from '../../../../shared/contract/load.ts'
import { type Answer, askCurve, askDuration, askPeaks } from '../../load/ask.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(loadContract).$context<Caller>().use(everyCall)

interface Refusing {
  NOT_FOUND: (words: { data: { noun: string; id: string } }) => Error
  LOAD_TOO_FINE: (words: { data: { steps: number; most: number } }) => Error
}

export function loadRouter({ store, clock, building }: RouterParts) {
  const { reads } = store
  const told = <T>(answer: Answer<T>, errors: Refusing): T => {
    switch (answer.kind) {
      case 'told':
        return answer.told
      case 'noSuch':
        throw errors.NOT_FOUND({ data: answer.noSuch })
      case 'tooFine':
        throw errors.LOAD_TOO_FINE({ data: { steps: answer.steps, most: answer.most } })
    }
  }
  return {
    curve: on.curve.handler(async ({ input, errors }) =>
      told(await askCurve(reads, input, clock()), errors),
    ),
    peaks: on.peaks.handler(async ({ input, errors }) => ({
      rows: told(await askPeaks(reads, { ...input, split: 'none' }, clock()), errors),
    })),
    duration: on.duration.handler(async ({ input, errors }) =>
      told(await askDuration(reads, { ...input, split: 'none' }, clock()), errors),
    ),
    reportBuilding: on.reportBuilding.handler(async ({ input, context }) => {
      const meter = await building
      return store.work(context.actor, (tx) => {
        meter.take(
          tx,
          input.readings.map(
            ({ measuredAt, powerW, currentDa: [l1, l2, l3] = [null, null, null] }) => ({
              measuredAt,
              receivedAt: tx.now,
              powerW,
              currentL1Da: l1,
              currentL2Da: l2,
              currentL3Da: l3,
            }),
          ),
        )
        return { taken: input.readings.length }
      })
    }),
  }
}
