import { z } from 'zod'
import { customer, customerWords } from '../domain/customer/customer.ts'
import { id } from '../domain/id/id.ts'
import { cursor, page, pageQuery, procedure } from './refusal.ts'

const tags = ['customers']
const byId = z.strictObject({ id })

/** A new customer: only the name has to be told. */
export const customerInput = z.strictObject({
  name: customerWords.shape.name,
  kind: customerWords.shape.kind.default('fleet'),
  email: customerWords.shape.email.default(''),
  phone: customerWords.shape.phone.default(''),
  reference: customerWords.shape.reference.default(''),
  group: customerWords.shape.group.default(''),
  organisationNumber: customerWords.shape.organisationNumber.default(''),
  vatNumber: customerWords.shape.vatNumber.default(''),
  billingAddress: customerWords.shape.billingAddress.default(''),
  language: customerWords.shape.language.default('sv'),
  note: customerWords.shape.note.default(''),
})
export type CustomerInput = z.infer<typeof customerInput>

const archived = {
  CUSTOMER_ARCHIVED: {
    status: 409,
    message: 'That customer is archived. Bring it back first.',
  },
} as const

export const customerContract = {
  list: procedure
    .route({ method: 'GET', path: '/customers', tags, summary: 'The customers, by name' })
    .input(
      z.strictObject({
        ...pageQuery,
        after: cursor(/~[^~]+$/),
        search: z.string().max(100).optional().describe('In name, reference, e-mail'),
        archived: z.stringbool().or(z.boolean()).default(false),
      }),
    )
    .output(page(customer)),
  get: procedure
    .route({ method: 'GET', path: '/customers/{id}', tags, summary: 'One customer' })
    .input(byId)
    .output(customer),
  create: procedure
    .route({
      method: 'POST',
      path: '/customers',
      tags,
      successStatus: 201,
      summary: 'Add a customer',
    })
    .input(customerInput)
    .output(customer),
  update: procedure
    .route({ method: 'PATCH', path: '/customers/{id}', tags, summary: 'Change a customer' })
    .errors(archived)
    .input(customerWords.partial().extend({ id }))
    .output(customer),
  archive: procedure
    .route({
      method: 'POST',
      path: '/customers/{id}/archive',
      tags,
      summary: 'Put a customer aside; history stays',
    })
    .errors({
      ...archived,
      CUSTOMER_HAS_VEHICLES: {
        status: 409,
        message: 'The customer still has vehicles. Archive those, or give them to another.',
        data: z.object({ vehicles: z.int() }),
      },
    })
    .input(byId)
    .output(customer),
  restore: procedure
    .route({
      method: 'POST',
      path: '/customers/{id}/restore',
      tags,
      summary: 'Bring an archived customer back',
    })
    .input(byId)
    .output(customer),
  merge: procedure
    .route({
      method: 'POST',
      path: '/customers/{id}/merge',
      tags,
      summary: 'Say that two customers are one: all of `from` becomes this one’s',
    })
    .errors({
      ...archived,
      SAME_CUSTOMER: { status: 409, message: 'A customer can’t be merged with itself.' },
    })
    .input(byId.extend({ from: id }))
    .output(customer),
}
