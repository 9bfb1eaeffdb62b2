import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { customerOfToken } from '../../../shared/domain/id-token/owner.ts'
import type { Lookups } from '../store/reads.ts'

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
export function whoseStay(lookups: Lookups, booking: Said | null, shown: string | null): Whose {
  const idToken = shown ?? booking?.idToken ?? ''
  const [token] = idToken === '' ? [] : lookups.find('idToken', { idToken })
  const vehicleId = booking?.vehicleId ?? token?.vehicleId ?? null
  const vehicle = vehicleId === null ? undefined : lookups.get('vehicle', vehicleId)
  const customerId =
    booking?.customerId ??
    vehicle?.customerId ??
    (token === undefined ? null : customerOfToken(token, vehicle))
  const customer = customerId === null ? undefined : lookups.get('customer', customerId)
  return { customer: customer ?? null, plate: vehicle?.plate ?? booking?.plate ?? '', idToken }
}

/** A vehicle's own id token, by which a walk-up of it is priced and started: the charger is told another; null without one. */
export function tokenOfVehicle(lookups: Lookups, vehicleId: Id | null): string | null {
  if (vehicleId === null) return null
  const [token] = lookups.find('idToken', { vehicleId, status: 'Accepted' })
  return token?.idToken ?? null
}
