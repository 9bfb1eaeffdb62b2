import { customerWords, untoldBilling } from '../../../shared/domain/customer/customer.ts'
import type { Customer, CustomerWords } from '../../../shared/domain/customer/customer.ts'

const checked = [
  'name',
  'email',
  'phone',
  'reference',
  'group',
  'organisationNumber',
  'vatNumber',
  'billingAddress',
] as const
export type CustomerFlaw = (typeof checked)[number]

/** The form of a customer that is yet to be added; a form is the customer's own words, half typed. */
export const emptyCustomer: CustomerWords = {
  name: '',
  kind: 'fleet',
  email: '',
  phone: '',
  reference: '',
  group: '',
  ...untoldBilling,
  note: '',
}

/** The form that shows a customer. */
export function customerFormOf(customer: Customer): CustomerWords {
  const { name, kind, email, phone, reference, group, note } = customer
  const { organisationNumber, vatNumber, billingAddress, language } = customer
  const billing = { organisationNumber, vatNumber, billingAddress, language }
  return { name, kind, email, phone, reference, group, note, ...billing }
}

/** The form as the contract takes it. */
export function customerWordsOf(form: CustomerWords): CustomerWords {
  return {
    ...form,
    name: form.name.trim(),
    email: form.email.trim(),
    phone: form.phone.trim(),
    reference: form.reference.trim(),
    group: form.group.trim(),
    organisationNumber: form.organisationNumber.trim(),
    vatNumber: form.vatNumber.trim(),
    billingAddress: form.billingAddress.trim(),
  }
}

/** What is wrong with the form; empty when it may be sent. */
export function customerFlaws(form: CustomerWords): CustomerFlaw[] {
  const words = customerWordsOf(form)
  return checked.filter((word) => !customerWords.shape[word].safeParse(words[word]).success)
}

/** Only what differs from the customer, so that another desk's change of the rest is left alone. */
export function customerPatchOf(form: CustomerWords, customer: Customer): Partial<CustomerWords> {
  const words = customerWordsOf(form)
  const known: Record<string, unknown> = customer
  return Object.fromEntries(Object.entries(words).filter(([word, value]) => known[word] !== value))
}
