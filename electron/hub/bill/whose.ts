import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import { customerOfToken } from '../../../shared/domain/id-token/owner.ts'
import type { Writes } from '../store/writes.ts'

/** Whose stay it is, as far as anybody has said. */
export interface Whose {
  readonly customer: Customer | null
  readonly plate: string
  /** Empty where none was shown or is expected. */
  readonly idToken: string
}

/** What a booking says of it. */
type Said = Partial<Pick<Booking, 'vehicleId' | 'customerId' | 'plate' | 'idToken'>>

/** @param shown the id token that was shown at the charger; null before that */
export function whoseStay(tx: Writes, booking: Said | null, shown: string | null): Whose {
  const idToken = shown ?? booking?.idToken ?? ''
  const [token] = idToken === '' ? [] : tx.find('idToken', { idToken })
  const vehicleId = booking?.vehicleId ?? token?.vehicleId ?? null
  const vehicle = vehicleId === null ? undefined : tx.get('vehicle', vehicleId)
  const customerId =
    booking?.customerId ??
    vehicle?.customerId ??
    (token === undefined ? null : customerOfToken(token, vehicle))
  const customer = customerId === null ? undefined : tx.get('customer', customerId)
  return { customer: customer ?? null, plate: vehicle?.plate ?? booking?.plate ?? '', idToken }
}
