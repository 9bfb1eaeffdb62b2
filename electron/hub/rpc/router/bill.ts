import { implement, ORPCError } from '@orpc/server'
import { billContract } from '../../../../shared/contract/bill.ts'
import { billDetail } from '../../bill/detail.ts'
import { listBills } from '../../bill/list.ts'
import { type Caller, type RouterParts, tellsFaults } from './parts.ts'

const on = implement(billContract).$context<Caller>().use(tellsFaults)

export function billRouter({ store }: Pick<RouterParts, 'store'>) {
  const { reads } = store
  const missing = (noun: string, id: string) => ({ data: { noun, id } })
  const notYet = () => new ORPCError('NOT_IMPLEMENTED', { status: 501, message: 'Not built yet.' })
  return {
    list: on.list.handler(({ input }) => listBills(reads, input)),
    get: on.get.handler(async ({ input, errors }) => {
      const detail = await billDetail(reads, input.id)
      if (!detail) throw errors.NOT_FOUND(missing('bill', input.id))
      return detail
    }),
    ofBooking: on.ofBooking.handler(() => {
      throw notYet()
    }),
    correct: on.correct.handler(() => {
      throw notYet()
    }),
    revise: on.revise.handler(() => {
      throw notYet()
    }),
    settle: on.settle.handler(() => {
      throw notYet()
    }),
  }
}
