import { paymentTerms, paymentTermsWords } from '../domain/payment/payment-terms.ts'
import { procedure } from './refusal.ts'

const tags = ['payments']

export const paymentTermsContract = {
  get: procedure
    .route({ method: 'GET', path: '/payment-terms', tags, summary: 'How the site takes payment' })
    .output(paymentTerms),
  update: procedure
    .route({
      method: 'PATCH',
      path: '/payment-terms',
      tags,
      summary: 'Change how the site takes payment',
    })
    .input(paymentTermsWords.partial())
    .output(paymentTerms),
}
