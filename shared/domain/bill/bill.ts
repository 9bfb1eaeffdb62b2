import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { chargingPeriod } from '../tariff/charging-period.ts'

/** Minor units of a currency, such as öre. */
export const amountMinor = z.int()

/**
 * Who pays, and when: `pay` on the spot, `invoice` by the customer's invoice, `employee` by the employer's payroll,
 * `free` nobody.
 */
export const settlement = z.enum(['pay', 'invoice', 'employee', 'free'])
export type Settlement = z.infer<typeof settlement>

/**
 * `estimated` it is booked, and this is what it would cost; `running` the car is there; `final` this is what it
 * cost; `void` nothing is to be paid.
 */
export const billState = z.enum(['estimated', 'running', 'final', 'void'])
export type BillState = z.infer<typeof billState>

/** The tax of one rate. */
export const vatSum = z.object({
  ratePct: z.number().min(0).max(100),
  exclMinor: amountMinor,
  vatMinor: amountMinor,
})
export type VatSum = z.infer<typeof vatSum>

/** What a line of a bill is for; `adjustment` brings a sum up to the least or down to the most price. */
export const billLineKind = z.enum([
  'energy',
  'time',
  'parking',
  'flat',
  'reservation',
  'noShow',
  'adjustment',
])
export type BillLineKind = z.infer<typeof billLineKind>

/** One line of a bill. All lines' sums are the bill's. */
export const billLine = z.object({
  kind: billLineKind,
  quantity: z
    .number()
    .nullable()
    .describe('As billed: kWh, hours, or times; null where nothing is counted'),
  unit: z.enum(['kWh', 'h', 'session']).nullable(),
  unitPrice: z.string().nullable().describe('Decimal, major units a unit, as the tariff has it'),
  from: instant.nullable(),
  until: instant.nullable(),
  ratePct: z.number().min(0).max(100).describe('Of VAT'),
  exclMinor: amountMinor,
  vatMinor: amountMinor,
})
export type BillLine = z.infer<typeof billLine>

/** What something costs, line by line: `exclMinor` and the tax of all rates make `inclMinor`. */
export const billSums = z.object({
  lines: z.array(billLine),
  exclMinor: amountMinor,
  inclMinor: amountMinor,
  vat: z.array(vatSum),
})
export type BillSums = z.infer<typeof billSums>

/** What a stay costs: a booking, a charging transaction, or both. */
export const bill = z.object({
  id,
  bookingId: id.nullable(),
  transactionId: id.nullable(),
  stationId: id.nullable(),
  connectorId: z.int().nullable(),
  customerId: id.nullable(),
  plate: z.string(),
  idToken: z.string(),
  settlement,
  settledByHand: z
    .boolean()
    .describe('A person has said who pays; then no tariff says it any more'),
  state: billState,
  tariffVersionId: id
    .nullable()
    .describe('The tariff as it was when the stay began; null where none applied'),
  currency: z.string().describe('ISO 4217'),
  energyWh: z.int().describe('Billed so far, or thought of while it is estimated'),
  ...billSums.shape,
  estimatedMinor: amountMinor.describe(
    'What the whole stay is thought to cost, tax included; once it is final, what it does',
  ),
  revision: z.int().describe('How often it has been made final; above one it has been corrected'),
  paidMinor: amountMinor.describe('Taken and not given back'),
  heldMinor: amountMinor.describe('Held on cards, not taken yet'),
  dueMinor: amountMinor.describe('Still to be paid; below zero is to be given back'),
  startsAt: instant,
  endsAt: instant.nullable(),
  finalAt: instant.nullable(),
  remindedAt: instant.nullable(),
  reminders: z.int(),
  createdAt: instant,
  updatedAt: instant,
})
export type Bill = z.infer<typeof bill>

/**
 * Why a final bill was made or made anew: `ended` the stay ended; `lateValues` meter values came after it;
 * `stopAgain` the charger told another stop; `noShow` nobody came; `byHand` a person corrected it.
 */
export const billReason = z.enum(['ended', 'lateValues', 'stopAgain', 'noShow', 'byHand'])
export type BillReason = z.infer<typeof billReason>

/** A bill as it was made final once; never changed, the next is another. */
export const billRevision = z.object({
  id,
  billId: id,
  revision: z.int().min(1),
  reason: billReason,
  note: z.string().describe('What the person said who corrected it'),
  ...billSums.shape,
  energyWh: z.int(),
  settlement: settlement.describe('As it was: what is free has lines of nothing'),
  timeZone: z.string().describe('IANA, by whose clock it was priced'),
  periods: z.array(chargingPeriod).describe('What it was priced from'),
  corrections: z.array(billLine).describe('Those of the lines that persons added'),
  ledgerEntryId: z.int().nullable().describe('What it changed in the ledger; null where nothing'),
  at: instant,
})
export type BillRevision = z.infer<typeof billRevision>
