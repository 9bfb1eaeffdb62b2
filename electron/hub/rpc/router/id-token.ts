import { implement } from '@orpc/server'
import { idTokenContract } from '../../../../shared/contract/id-token.ts'
import type { IdTokenInput } from '../../../../shared/domain/id-token/id-token.ts'
import { pageOf } from '../../store/paging.ts'
import { decodeRow } from '../../store/tables.ts'
import type { Writes } from '../../store/writes.ts'
import { type Caller, type RouterParts, tellsFaults } from './parts.ts'

const on = implement(idTokenContract).$context<Caller>().use(tellsFaults)

function putToken(tx: Writes, input: IdTokenInput) {
  const [before] = tx.find('idToken', { idToken: input.idToken })
  const row = { ...input, updatedAt: tx.now }
  const made = { id: tx.newId(), ...row, createdAt: tx.now }
  const after = (before && tx.update('idToken', before.id, row)) ?? made
  if (after === made) tx.insert('idToken', made)
  tx.journal({ act: 'idToken.put', noun: 'idToken', nounId: after.id, before, after })
  return after
}

export function idTokenRouter({ store }: RouterParts) {
  return {
    list: on.list.handler(async ({ input }) => {
      let query = store.reads.query
        .selectFrom('idToken')
        .selectAll()
        .orderBy('idToken')
        .limit(input.limit + 1)
      if (input.after !== undefined) query = query.where('idToken', '>', input.after)
      const rows = (await query.execute()).map((row) => decodeRow('idToken', row))
      return pageOf(rows, input.limit, (row) => row.idToken)
    }),
    put: on.put.handler(({ input, context }) =>
      store.work(context.actor, (tx) => putToken(tx, input)),
    ),
    remove: on.remove.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const before = tx.get('idToken', input.id)
        if (!before) throw errors.NOT_FOUND({ data: { noun: 'idToken', id: input.id } })
        tx.remove('idToken', input.id)
        tx.journal({ act: 'idToken.remove', noun: 'idToken', nounId: input.id, before })
        return before
      }),
    ),
  }
}
