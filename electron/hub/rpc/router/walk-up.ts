import { implement, ORPCError } from '@orpc/server'
import { walkUpContract } from '../../../../shared/contract/walk-up.ts'
import type { WalkUpTerms } from '../../../../shared/domain/walk-up/walk-up-terms.ts'
import { type BookingParts, type Caller, everyCall } from './parts.ts'

const on = implement(walkUpContract).$context<Caller>().use(everyCall)

const soon = (): never => {
  throw new ORPCError('NOT_IMPLEMENTED')
}

export function walkUpRouter({ store }: BookingParts) {
  return {
    choices: on.choices.handler(soon),
    promise: on.promise.handler(soon),
    begin: on.begin.handler(soon),
    get: on.get.handler(soon),
    retry: on.retry.handler(soon),
    extend: on.extend.handler(soon),
    stop: on.stop.handler(soon),
    settle: on.settle.handler(soon),
    handBack: on.handBack.handler(soon),
    move: on.move.handler(soon),
    release: on.release.handler(soon),
    cancel: on.cancel.handler(soon),
    setPhone: on.setPhone.handler(soon),
    message: on.message.handler(soon),
    terms: on.terms.handler(async (): Promise<WalkUpTerms> => {
      const terms = await store.reads.get('walkUpTerms', 'walkUpTerms')
      return terms ?? soon()
    }),
    setTerms: on.setTerms.handler(soon),
  }
}
