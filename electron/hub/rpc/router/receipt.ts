import { implement } from '@orpc/server'
import { receiptContract } from '../../../../shared/contract/receipt.ts'
import { findReceipt, issueReceipt, receiptPrinted } from '../../payment/receipt.ts'
import { isReachable, receiptToken, receiptUrl } from '../../receipt-page/address.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(receiptContract).$context<Caller>().use(everyCall)

export function receiptRouter({ store, info, issuer }: RouterParts) {
  return {
    get: on.get.handler(async ({ input, errors }) => {
      const receipt = await findReceipt(store.reads, input.number)
      if (!receipt) throw errors.NO_RECEIPT()
      return receipt
    }),
    issue: on.issue.handler(({ input, context, errors }) =>
      workOnce(store, context, 'receipt.issue', input, (tx) => {
        const issued = issueReceipt(tx, input.paymentId, input.refundId ?? null)
        if (issued.kind === 'nothingPaid') throw errors.NOTHING_PAID()
        if (issued.kind === 'missing')
          throw errors.NOT_FOUND({ data: { noun: issued.noun, id: issued.id } })
        return issued.receipt
      }),
    ),
    page: on.page.handler(async ({ input, errors }) => {
      const receipt = await findReceipt(store.reads, input.number)
      if (!receipt) throw errors.NO_RECEIPT()
      const { apiUrl } = await info()
      const url = receiptUrl(apiUrl, receiptToken(issuer.hubSecret, receipt.id))
      return { url, isReachable: isReachable(apiUrl) }
    }),
    printed: on.printed.handler(({ input, context, errors }) =>
      workOnce(store, context, 'receipt.printed', input, (tx) => {
        const receipt = receiptPrinted(tx, input.number)
        if (!receipt) throw errors.NO_RECEIPT()
        return receipt
      }),
    ),
  }
}
