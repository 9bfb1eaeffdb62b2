import { implement } from '@orpc/server'
import { recurringContract } from '../../../../shared/contract/recurring.ts'
import type { Recurring } from '../../../../shared/domain/booking/recurring.ts'
import { changeRule, createRule, endRule } from '../../booking/recurring/save.ts'
import { workOnce } from './once.ts'
import { type Caller, type BookingParts, everyCall } from './parts.ts'

const on = implement(recurringContract).$context<Caller>().use(everyCall)

export function recurringRouter({ store, ...rooms }: BookingParts) {
  return {
    list: on.list.handler(async () => {
      const rows = await store.reads.find('recurring', { endedAt: null })
      const key = ({ firstOn, id }: Recurring): string => `${firstOn} ${id}`
      return { rows: rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) }
    }),

    create: on.create.handler(({ input, context, errors }) =>
      workOnce(store, context, 'recurring.create', input, (tx) => {
        const saved = createRule(tx, rooms, input)
        switch (saved.kind) {
          case 'saved':
            return { recurring: saved.recurring, made: saved.made, unplaced: saved.unplaced }
          case 'missing':
            throw errors.NOT_FOUND({ data: { noun: saved.noun, id: saved.id } })
          case 'refused':
            throw errors.RECURRING_REFUSED({ data: { code: saved.code } })
        }
      }),
    ),

    change: on.change.handler(({ input, context, errors }) =>
      workOnce(store, context, 'recurring.change', input, (tx) => {
        const { id, from, ...words } = input
        const saved = changeRule(tx, rooms, id, from, words)
        switch (saved.kind) {
          case 'saved':
            return { recurring: saved.recurring, made: saved.made, unplaced: saved.unplaced }
          case 'missing':
            throw errors.NOT_FOUND({ data: { noun: saved.noun, id: saved.id } })
          case 'refused':
            throw errors.RECURRING_REFUSED({ data: { code: saved.code } })
        }
      }),
    ),

    end: on.end.handler(({ input, context, errors }) =>
      workOnce(store, context, 'recurring.end', input, (tx) => {
        const ended = endRule(tx, rooms, input.id)
        if (ended.kind === 'missing')
          throw errors.NOT_FOUND({ data: { noun: 'recurring', id: input.id } })
        return ended.recurring
      }),
    ),
  }
}
