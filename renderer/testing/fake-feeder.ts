import { implement } from '@orpc/server'
import { feederContract } from '../../shared/contract/feeder.ts'
import type { FakeStore } from './fake-store.ts'

const on = implement(feederContract)

export function fakeFeeder(_store: FakeStore) {
  return {
    list: on.list.handler(() => notYet()),
    create: on.create.handler(() => notYet()),
    update: on.update.handler(() => notYet()),
    remove: on.remove.handler(() => notYet()),
  }
}

const notYet = (): never => {
  throw new Error('not built yet')
}
