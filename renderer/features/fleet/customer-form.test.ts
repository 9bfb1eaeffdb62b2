import { expect, test } from 'vitest'
import { customerFlaws, customerFormOf, customerPatchOf, emptyCustomer } from './customer-form.ts'
import { aCustomer } from './vehicle-fixture.ts'

const norrbud = aCustomer({ email: 'ladda@norrbud.example' })

test('an untouched form changes nothing, another sends only what was changed', () => {
  const form = customerFormOf(norrbud)
  expect(customerPatchOf(form, norrbud)).toEqual({})
  expect(customerPatchOf({ ...form, name: ' Norrbud ', kind: 'person' }, norrbud)).toEqual({
    name: 'Norrbud',
    kind: 'person',
  })
})

test('a customer needs no more than a name, and an address that is one where it is given', () => {
  expect(customerFlaws(emptyCustomer)).toEqual(['name'])
  expect(customerFlaws({ ...emptyCustomer, name: 'Norrbud' })).toEqual([])
  const bad = { ...emptyCustomer, name: 'N', email: 'nowhere', phone: 'x'.repeat(31) }
  expect(customerFlaws(bad)).toEqual(['email', 'phone'])
})
