import { implement } from '@orpc/server'
import { searchContract } from '../../../../shared/contract/search.ts'
import { findAnything } from '../../search/find.ts'
import { holds } from '../../user/session-state.ts'
import { type Caller, everyCall, type RouterParts } from './parts.ts'

const on = implement(searchContract).$context<Caller>().use(everyCall)

export function searchRouter({ store }: Pick<RouterParts, 'store'>) {
  return {
    find: on.find.handler(async ({ input, context }) => ({
      hits: await findAnything(store.reads, input, {
        seesMoney: holds(context.standing, 'seeMoney'),
      }),
    })),
  }
}
