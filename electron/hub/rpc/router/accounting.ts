import { basename, join } from 'node:path'
import { implement } from '@orpc/server'
import { accountingContract } from '../../../../shared/contract/accounting.ts'
import { cdrTermsOf, changeCdrTerms } from '../../accounting/cdr-terms.ts'
import { checkVouchers } from '../../accounting/check.ts'
import { obstacleTo } from '../../accounting/obstacle.ts'
import { changePlan, readPlan } from '../../accounting/plan.ts'
import type { Reports } from '../../report/reports.ts'
import { workOnce } from './once.ts'
import { type Caller, everyCall, type RouterParts } from './parts.ts'

const on = implement(accountingContract).$context<Caller>().use(everyCall)

export function accountingRouter(
  { store, info }: Pick<RouterParts, 'store' | 'info'>,
  { jobs, grants }: Reports,
) {
  return {
    plan: on.plan.handler(async () => ({ rows: await readPlan(store.reads) })),

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

    check: on.check.handler(({ input }) => checkVouchers(store.reads, input)),

    export: on.export.handler(async ({ input, context: { actor }, errors }) => {
      const { file, ticket, fileName } = input
      const obstacle = await obstacleTo(store.reads, file)
      if (obstacle?.code === 'unmapped')
        throw errors.ACCOUNTS_UNMAPPED({ data: { accounts: obstacle.accounts } })
      if (obstacle?.code === 'cdrTermsMissing')
        throw errors.CDR_TERMS_MISSING({ data: { words: obstacle.words } })
      if (!jobs.hasRoom()) throw errors.TOO_MANY_JOBS()
      const place = grants.use(ticket, fileName === undefined ? 'file' : 'folder')
      if (place === null) throw errors.NO_SUCH_TICKET()
      const path = fileName === undefined ? place : join(place, fileName)
      const id = await store.work(actor, (tx) => {
        const nounId = tx.newId()
        const after = { ...file, fileName: basename(path) }
        tx.journal({ act: 'accounting.export', noun: 'reportJob', nounId, after })
        return nounId
      })
      const { version } = await info()
      return jobs.begin({ id, spec: { ...file, version }, path, startedBy: actor })
    }),

    cdrTerms: on.cdrTerms.handler(({ context }) => store.work(context.actor, cdrTermsOf)),

    changeCdrTerms: on.changeCdrTerms.handler(({ input, context }) =>
      workOnce(store, context, 'accounting.changeCdrTerms', input, (tx) =>
        changeCdrTerms(tx, input),
      ),
    ),
  }
}
