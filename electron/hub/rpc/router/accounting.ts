import { implement } from '@orpc/server'
import { accountingContract } from '../../../../shared/contract/accounting.ts'
import { changePlan, readPlan } from '../../accounting/plan.ts'
import { checkVouchers } from '../../accounting/check.ts'
import { type Caller, everyCall, type RouterParts } from './parts.ts'

const on = implement(accountingContract).$context<Caller>().use(everyCall)

export function accountingRouter({ store }: RouterParts) {
  return {
    plan: on.plan.handler(async () => ({ rows: await readPlan(store.reads) })),

    check: on.check.handler(({ input }) => checkVouchers(store.reads, input)),

    changePlan: on.changePlan.handler(async ({ input, context, errors }) => {
      await store.work(context.actor, (tx) => {
        const changed = changePlan(tx, input.rows)
        if (changed.kind === 'namesDiffer')
          throw errors.NAMES_DIFFER({ data: { number: changed.number } })
        if (changed.kind === 'noSuchAccount')
          throw errors.NO_SUCH_ACCOUNT({ data: { id: changed.id } })
      })
      return { rows: await readPlan(store.reads) }
    }),
  }
}
