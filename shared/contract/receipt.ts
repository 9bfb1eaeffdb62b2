import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import { receipt } from '../domain/payment/receipt.ts'
import { procedure } from './refusal.ts'

const tags = ['payments']

export const receiptContract = {
  get: procedure
    .route({ method: 'GET', path: '/receipts/{number}', tags, summary: 'A receipt by its number' })
    .errors({ NO_RECEIPT: { status: 404, message: 'There is no receipt with that number.' } })
    .input(z.strictObject({ number: z.coerce.number().int().min(1) }))
    .output(receipt),
  issue: procedure
    .route({
      method: 'POST',
      path: '/payments/{paymentId}/receipt',
      tags,
      summary: 'Make out the receipt of a payment or refund; asked again, the same one comes back',
    })
    .errors({
      NOTHING_PAID: {
        status: 409,
        message: 'Nothing has been paid yet, so there is nothing to make out.',
      },
    })
    .input(z.strictObject({ paymentId: id, refundId: id.optional() }))
    .output(receipt),
  page: procedure
    .route({
      method: 'GET',
      path: '/receipts/{number}/page',
      tags,
      summary: 'Where a phone finds a receipt; whoever has the address can read it',
    })
    .errors({ NO_RECEIPT: { status: 404, message: 'There is no receipt with that number.' } })
    .input(z.strictObject({ number: z.coerce.number().int().min(1) }))
    .output(
      z.object({
        url: z.string(),
        isReachable: z
          .boolean()
          .describe('Whether others than the hub’s own machine can open it: it listens to them'),
      }),
    ),
  printed: procedure
    .route({
      method: 'POST',
      path: '/receipts/{number}/printed',
      tags,
      summary: 'Say that a receipt was printed or saved; from the second time it is a copy',
    })
    .errors({ NO_RECEIPT: { status: 404, message: 'There is no receipt with that number.' } })
    .input(z.strictObject({ number: z.coerce.number().int().min(1) }))
    .output(receipt),
}
