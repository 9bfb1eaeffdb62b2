import { implement } from '@orpc/server'
import { feederContract } from '../../../../shared/contract/feeder.ts'
import { type Caller, type RouterParts, tellsFaults } from './parts.ts'

const on = implement(feederContract).$context<Caller>().use(tellsFaults)

export function feederRouter(_parts: RouterParts) {
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
