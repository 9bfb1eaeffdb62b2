import type {
  PaymentTerms,
  PaymentTermsWords,
} from '../../../shared/domain/payment/payment-terms.ts'
import type { Patch, Writes } from '../store/writes.ts'

/** How the site takes payment, as the unit finds it. */
export function paymentTermsOf(tx: Writes): PaymentTerms {
  const terms = tx.get('paymentTerms', 'paymentTerms')
  if (terms === undefined) throw new Error('The terms are made when the hub starts.')
  return terms
}

/** Changes how the site takes payment; what is left out stays. */
export function changePaymentTerms(
  tx: Writes,
  words: { [Word in keyof PaymentTermsWords]?: PaymentTermsWords[Word] | undefined },
): PaymentTerms {
  const before = paymentTermsOf(tx)
  const patch: Patch<'paymentTerms'> = { ...words, updatedAt: tx.now }
  const after = tx.update('paymentTerms', before.id, patch) ?? before
  tx.journal({
    act: 'paymentTerms.update',
    noun: 'paymentTerms',
    nounId: before.id,
    before,
    after,
  })
  return after
}
