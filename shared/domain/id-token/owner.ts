import type { Vehicle } from '../vehicle/vehicle.ts'
import type { IdToken } from './id-token.ts'

/**
 * Whose a token is: its vehicle's customer, where the vehicle has one, before its own.
 * @param vehicle the token's vehicle, undefined where it has none
 */
export function customerOfToken(
  token: Pick<IdToken, 'customerId'>,
  vehicle: Pick<Vehicle, 'customerId'> | undefined,
): string | null {
  return vehicle?.customerId ?? token.customerId
}
