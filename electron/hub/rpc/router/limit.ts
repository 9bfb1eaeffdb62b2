import { implement } from '@orpc/server'
import { limitContract } from '../../../../shared/contract/limit.ts'
import { liftLimit, listLimits, setLimit, type UnkeptUnder } from '../../site/limits.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(limitContract).$context<Caller>().use(everyCall)

/** @param unkeptUnder asked once a limit is on disk */
export function limitRouter({ store, clock }: RouterParts, unkeptUnder: UnkeptUnder) {
  return {
    list: on.list.handler(async () => ({ rows: await listLimits(store.reads, clock()) })),

    set: on.set.handler(async ({ input, context, errors }) => {
      const limit = await workOnce(store, context, 'limit.set', input, (tx) => {
        const set = setLimit(tx, input, context.actor)
        if (!set) throw errors.LIMIT_PAST()
        return set
      })
      // The limit holds, whether or not it can be told at once what it breaks: alarms name that too.
      const unkept = await unkeptUnder(limit).catch(() => [])
      return { limit, unkept: [...unkept] }
    }),

    lift: on.lift.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const lifted = liftLimit(tx, input.id)
        if (!lifted) throw errors.NOT_FOUND({ data: { noun: 'limit', id: input.id } })
        return lifted
      }),
    ),
  }
}
