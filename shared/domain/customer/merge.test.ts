import { expect, test } from 'vitest'
import { type Customer, untoldBilling } from './customer.ts'
import { wordsFromMerged } from './merge.ts'

const kept: Customer = {
  id: 'kept',
  name: 'Norrbud AB',
  kind: 'fleet',
  email: 'ladda@norrbud.example',
  phone: '',
  reference: '',
  group: '',
  ...untoldBilling,
  note: '',
  archivedAt: null,
  mergedInto: null,
  createdAt: 0,
  updatedAt: 0,
}

test('a merged customer fills what the other lacks and changes nothing that it has', () => {
  const other: Customer = {
    ...kept,
    id: 'other',
    name: 'Norrbud',
    kind: 'person',
    email: 'info@norrbud.example',
    phone: '08-123 45',
  }
  expect({ ...kept, ...wordsFromMerged(kept, other) }).toEqual({ ...kept, phone: '08-123 45' })
})
