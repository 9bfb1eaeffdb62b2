import { implement } from '@orpc/server'
import { idTokenContract } from '../../../../shared/contract/id-token.ts'
import { listTokens } from '../../id-token/list.ts'
import { putToken, removeToken } from '../../id-token/put.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(idTokenContract).$context<Caller>().use(everyCall)

export function idTokenRouter({ store }: RouterParts) {
  return {
    list: on.list.handler(({ input }) => listTokens(store.reads, input)),
    put: on.put.handler(({ input, context, errors }) =>
      workOnce(store, context, 'idToken.put', input, (tx) => {
        const put = putToken(tx, input)
        if (put.kind === 'missing') throw errors.NOT_FOUND({ data: { noun: put.noun, id: put.id } })
        return put.token
      }),
    ),
    remove: on.remove.handler(({ input, context, errors }) =>
      workOnce(store, context, 'idToken.remove', input, (tx) => {
        const removed = removeToken(tx, input.id)
        if (!removed) throw errors.NOT_FOUND({ data: { noun: 'idToken', id: input.id } })
        return removed
      }),
    ),
  }
}
