import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'

/** Id tokens, in memory. */
export function fakeTokens(store: FakeStore) {
  const os = implement(contract).idToken
  return os.router({
    list: os.list.handler(() => ({ rows: store.rows.idToken, next: null })),
    put: os.put.handler(({ input, errors }) => {
      for (const [noun, id] of [
        ['vehicle', input.vehicleId],
        ['customer', input.customerId],
      ] as const)
        if (id !== null && !store.find(noun, id)) throw errors.NOT_FOUND({ data: { noun, id } })
      const now = Date.now()
      const text = input.idToken.toUpperCase()
      const known = store.rows.idToken.find((row) => row.idToken.toUpperCase() === text)
      return store.put('idToken', {
        ...input,
        id: known?.id ?? newId(),
        createdAt: known?.createdAt ?? now,
        updatedAt: now,
      })
    }),
    remove: os.remove.handler(({ input, errors }) => {
      const token = store.find('idToken', input.id)
      if (!token) throw errors.NOT_FOUND({ data: { noun: 'idToken', id: input.id } })
      store.remove('idToken', token.id)
      return token
    }),
  })
}
