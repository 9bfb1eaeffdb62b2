import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor, billLine, vatSum } from '../bill/bill.ts'
import { id } from '../id/id.ts'
import { paymentMeans } from './payment.ts'

/** A receipt: everything on it as it was when it was made out, numbered without a gap. */
export const receipt = z.object({
  id,
  number: z.int().min(1).describe('The site’s serial'),
  kind: z.enum(['payment', 'refund']),
  billId: id,
  paymentId: id,
  refundId: id.nullable(),
  seller: z.object({
    name: z.string(),
    organisationNumber: z.string(),
    vatNumber: z.string(),
    address: z.array(z.string()),
  }),
  issuedAt: instant,
  timeZone: z.string(),
  currency: z.string(),
  place: z.string(),
  plate: z.string(),
  energyWh: z.int(),
  from: instant.nullable(),
  until: instant.nullable(),
  isAhead: z
    .boolean()
    .describe('Made out before the stay: times, energy and lines are what was booked'),
  lines: z.array(billLine),
  vat: z.array(vatSum).describe('Of what this receipt is for'),
  totalMinor: amountMinor.describe('Of the bill, tax included'),
  amountMinor: amountMinor.describe('Paid or given back with this receipt'),
  means: paymentMeans,
  meansDetail: z.string().describe('Card brand and last digits, slip number and the like'),
  tenderedMinor: amountMinor.nullable(),
  changeMinor: amountMinor.nullable(),
  roundingMinor: amountMinor,
  servedBy: z.string(),
  footer: z.string(),
  mode: z.string(),
  copies: z.int().describe('How often it has been printed; from the second time on it is a copy'),
})
export type Receipt = z.infer<typeof receipt>
