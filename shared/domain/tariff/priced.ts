import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'

/**
 * What a line is for. OCPI's dimensions; those of a reservation apart, since they are other prices: its time, the fee
 * for making it and the one for letting it expire. `MIN_PRICE` and `MAX_PRICE` bring the sum to the tariff's limits.
 */
export const lineDimension = z.enum([
  'FLAT',
  'ENERGY',
  'TIME',
  'PARKING_TIME',
  'RESERVATION_FLAT',
  'RESERVATION_TIME',
  'EXPIRY_FLAT',
  'MIN_PRICE',
  'MAX_PRICE',
])
export type LineDimension = z.infer<typeof lineDimension>

const exactText = z.string().describe('A decimal, or a fraction such as 50/3 where it has no end')

/** One price component of one element, over the whole session; or what a limit adds or takes off at one rate of VAT. */
export const pricedLine = z.object({
  dimension: lineDimension,
  elementIndex: z.int().nullable().describe('Into the tariff’s elements; null for a limit'),
  from: instant.nullable().describe('When it began to count, to the millisecond; null for a limit'),
  until: instant.nullable(),
  billed: z.number().nullable().describe('How much, steps included; null for a limit'),
  unit: z.enum(['Wh', 's', 'once']).nullable().describe('What `billed` counts'),
  unitPrice: z
    .string()
    .nullable()
    .describe('Major units for a kWh, an hour or once, as the tariff has it, taxed or not'),
  ratePct: z.number().describe('Of VAT; 0 where none applies'),
  exclMinor: z.int(),
  vatMinor: z.int(),
  inclMinor: z.int(),
  exact: z
    .object({ quantity: exactText.nullable(), excl: exactText, vat: exactText, incl: exactText })
    .describe('Before rounding: kWh, hours or times, and major units'),
})
export type PricedLine = z.infer<typeof pricedLine>

/** The tax of one rate. */
export const pricedVat = z.object({ ratePct: z.number(), exclMinor: z.int(), vatMinor: z.int() })
export type PricedVat = z.infer<typeof pricedVat>

/**
 * What a session costs. `exclMinor` and all of `vat` make `inclMinor`, and the lines make each of them, to the last
 * minor unit; only here is anything rounded.
 */
export const priced = z.object({
  currency: z.string().describe('ISO 4217'),
  lines: z.array(pricedLine),
  exclMinor: z.int(),
  inclMinor: z.int(),
  vat: z.array(pricedVat).describe('By rate, the lowest first; none that comes to nothing'),
  billed: z
    .object({
      energyWh: z.number(),
      chargingSeconds: z.number(),
      parkingSeconds: z.number(),
      reservationSeconds: z.number(),
    })
    .describe('What a price was found for, steps included'),
  exact: z.object({ excl: exactText, incl: exactText }).describe('Major units, before rounding'),
})
export type Priced = z.infer<typeof priced>
