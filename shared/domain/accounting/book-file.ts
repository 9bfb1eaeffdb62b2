import { z } from 'zod'
import { localDate } from '../booking/recurring.ts'
import { reportDialect } from '../report/spec.ts'
import { sieQuery } from './sie-query.ts'

/**
 * A file that leaves for other books: `sie` vouchers of the ledger as SIE 4I, `cdr` charge detail records as OCPI 2.2.1
 * has them, `invoices` the lines of invoices as CSV.
 */
export const bookFileKind = z.enum(['sie', 'cdr', 'invoices'])
export type BookFileKind = z.infer<typeof bookFileKind>

const days = { firstDay: localDate, lastDay: localDate.describe('Itself included') }

export const bookFile = z.discriminatedUnion('kind', [
  sieQuery.extend({ kind: z.literal('sie') }),
  z.strictObject({ kind: z.literal('cdr'), ...days }),
  z.strictObject({
    kind: z.literal('invoices'),
    ...days,
    firstNumber: z.coerce.number().int().min(1).optional().describe('Such as of a run'),
    lastNumber: z.coerce.number().int().min(1).optional(),
    dialect: reportDialect.default('excel-sv'),
  }),
])
export type BookFile = z.infer<typeof bookFile>

/** How each is called and what it is, for whoever gets it. */
export const bookFileType: Readonly<
  Record<BookFileKind, { readonly extension: string; readonly contentType: string }>
> = {
  sie: { extension: 'si', contentType: 'text/plain; charset=ibm437' },
  cdr: { extension: 'json', contentType: 'application/json; charset=utf-8' },
  invoices: { extension: 'csv', contentType: 'text/csv; charset=utf-8; header=present' },
}
