import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'

/**
 * What the one box finds: a `stay` is a booking whose car is here, was here, or is to come; `session` a charging
 * transaction; `payment` by its card's last digits; `receipt` by its number.
 */
export const searchKind = z.enum([
  'stay',
  'session',
  'payment',
  'receipt',
  'vehicle',
  'customer',
  'connector',
])
export type SearchKind = z.infer<typeof searchKind>

/** By what it was found. */
export const searchField = z.enum([
  'plate',
  'phone',
  'last4',
  'receipt',
  'session',
  'connector',
  'customer',
  'id',
])
export type SearchField = z.infer<typeof searchField>

export const searchHit = z.object({
  kind: searchKind,
  id,
  field: searchField,
  isExact: z.boolean().describe('All of it was typed, not only its beginning'),
  isHere: z.boolean().describe('A car that stands here, or a connector'),
  title: z.string().describe('What it is called: plate, name, number, label'),
  plate: z.string().describe('Empty when none is known'),
  at: instant.nullable().describe('When it was, or is to be'),
  state: z.string().nullable().describe('In the words of its own noun'),
  stationId: id.nullable(),
  connectorId: z.int().nullable(),
  bookingId: id.nullable(),
  billId: id.nullable(),
  paymentId: id.nullable(),
  receiptNumber: z.int().nullable(),
  amountMinor: z.int().nullable().describe('Null where it isn’t money, or not for these eyes'),
  currency: z.string().nullable(),
})
export type SearchHit = z.infer<typeof searchHit>
