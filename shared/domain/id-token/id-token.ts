import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'

/** What the desk has decided of a token. Expiry by date is derived from `expiresAt`. */
export const idTokenStatus = z.enum(['Accepted', 'Blocked', 'Expired', 'Invalid'])
export type IdTokenStatus = z.infer<typeof idTokenStatus>

/** The text a driver's card or app shows: OCPP 1.6 IdToken, at most 20 characters, compared without case. */
export const idTokenText = z.string().trim().min(1).max(20)

/** A driver's identification, as used by Authorize. */
export const idToken = z.object({
  id,
  idToken: idTokenText,
  status: idTokenStatus,
  label: z.string().describe('Whose it is, in the desk’s own words'),
  parentIdToken: z
    .string()
    .nullable()
    .describe('Group: tokens with the same parent may stop each other’s transactions'),
  expiresAt: instant.nullable(),
  vehicleId: id.nullable().describe('The vehicle it belongs to'),
  customerId: id
    .nullable()
    .describe('Whose it is; of a vehicle’s token the vehicle’s customer counts'),
  createdAt: instant,
  updatedAt: instant,
})
export type IdToken = z.infer<typeof idToken>

/** What is written when a token is put. */
export const idTokenInput = z.strictObject({
  idToken: idTokenText,
  status: idTokenStatus.default('Accepted'),
  label: z.string().trim().max(120).default(''),
  parentIdToken: idTokenText.nullable().default(null),
  expiresAt: instant.nullable().default(null),
  vehicleId: id.nullable().default(null),
  customerId: id.nullable().default(null),
})
export type IdTokenInput = z.infer<typeof idTokenInput>
