import { implement } from '@orpc/server'
import { paymentTermsContract } from '../../../../shared/contract/payment-terms.ts'
import { changePaymentTerms, paymentTermsOf } from '../../payment/terms.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(paymentTermsContract).$context<Caller>().use(everyCall)

export function paymentTermsRouter({ store }: RouterParts) {
  return {
    get: on.get.handler(({ context }) => store.work(context.actor, paymentTermsOf)),
    update: on.update.handler(({ input, context }) =>
      workOnce(store, context, 'paymentTerms.update', input, (tx) => changePaymentTerms(tx, input)),
    ),
  }
}
