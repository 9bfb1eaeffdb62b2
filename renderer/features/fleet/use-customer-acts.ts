import type { Customer, CustomerWords } from '../../../shared/domain/customer/customer.ts'
import { useClient } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'
import { useFleetActs } from './use-fleet-acts.ts'

/** A customer's name as it stands in a sentence. */
export const customerName = (customer: Customer) => inert(customer.name, 60).text

/** What can be done to customers. */
export const useCustomerActs = () =>
  useFleetActs<Customer, CustomerWords>(useClient().customer, customerName)
