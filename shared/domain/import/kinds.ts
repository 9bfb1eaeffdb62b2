import { bookingFields } from './booking-fields.ts'
import type { Fields } from './field.ts'
import type { ImportKind } from './kind.ts'
import { tokenFields } from './token-fields.ts'
import { vehicleFields } from './vehicle-fields.ts'

/** The fields of each kind, in the order people see them. */
export const fieldsOf: Readonly<Record<ImportKind, Fields>> = {
  vehicle: vehicleFields,
  idToken: tokenFields,
  booking: bookingFields,
}
