import { implement } from '@orpc/server'
import { feederContract } from '../../../../shared/contract/feeder.ts'
import { addFeeder, changeFeeder, removeFeeder } from '../../site/feeders.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(feederContract).$context<Caller>().use(everyCall)

const missing = (id: string) => ({ data: { noun: 'feeder', id } })

export function feederRouter({ store }: RouterParts) {
  return {
    list: on.list.handler(async () => {
      const rows = await store.reads.find('feeder', {})
      return { rows: rows.toSorted((one, other) => one.name.localeCompare(other.name, 'sv')) }
    }),

    create: on.create.handler(({ input, context, errors }) =>
      workOnce(store, context, 'feeder.create', input, (tx) => {
        const added = addFeeder(tx, input)
        if (added.kind === 'noFeeder') throw errors.NOT_FOUND(missing(added.id))
        return added.feeder
      }),
    ),

    update: on.update.handler(({ input: { id, ...words }, context, errors }) =>
      store.work(context.actor, (tx) => {
        const changed = changeFeeder(tx, id, words)
        if (changed.kind === 'noFeeder') throw errors.NOT_FOUND(missing(changed.id))
        if (changed.kind === 'loop') throw errors.FEEDER_LOOP()
        return changed.feeder
      }),
    ),

    remove: on.remove.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const removed = removeFeeder(tx, input.id)
        if (removed.kind === 'noFeeder') throw errors.NOT_FOUND(missing(removed.id))
        return removed.feeder
      }),
    ),
  }
}
