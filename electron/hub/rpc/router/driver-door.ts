import { implement } from '@orpc/server'
import { driverDoorContract } from '../../../../shared/contract/driver-door.ts'
import { changeDriverDoor, driverDoorOf } from '../../driver-door/row.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(driverDoorContract).$context<Caller>().use(everyCall)

export function driverDoorRouter({ store, door }: Pick<RouterParts, 'store' | 'door'>) {
  return {
    get: on.get.handler(async ({ context }) => ({
      door: await store.work(context.actor, driverDoorOf),
      state: (await door).state(),
    })),
    set: on.set.handler(async ({ input, context }) => {
      const changed = await workOnce(store, context, 'driverDoor.update', input, (tx) =>
        changeDriverDoor(tx, input),
      )
      return { door: changed, state: await (await door).reopen() }
    }),
  }
}
