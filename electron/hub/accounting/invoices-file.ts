import { setImmediate } from 'node:timers/promises'
import type { BookFile } from '../../../shared/domain/accounting/book-file.ts'
import { invoiceColumns, invoiceRowsOf } from '../../../shared/domain/invoice/invoice-columns.ts'
import { cellWriter } from '../../../shared/domain/report/cell.ts'
import { totals } from '../../../shared/domain/report/totals.ts'
import { lineWriter } from '../report/line.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'
import { type FilePiece, pieceWriter, utf8 } from './file-piece.ts'

/** Invoices that are read at once. */
const SLICE = 50

/** The lines of the invoices and credit notes that were issued within a period, as CSV with its totals, piece by piece. */
export async function* invoicesFile(
  reads: Reads,
  {
    firstDay,
    lastDay,
    dialect,
    firstNumber = 1,
    lastNumber = Number.MAX_SAFE_INTEGER,
  }: Extract<BookFile, { kind: 'invoices' }>,
): AsyncGenerator<FilePiece, void, void> {
  const [site] = await reads.find('site', {})
  const cells = cellWriter(invoiceColumns, dialect, site?.timeZone ?? 'UTC')
  const lines = lineWriter(dialect)
  const sums = totals(invoiceColumns)
  const out = pieceWriter(utf8)
  out.text = lines.mark + lines.lineOf(cells.header)
  let rows = 0
  for (let after = firstNumber - 1; ;) {
    const invoices = await reads.query
      .selectFrom('invoice')
      .selectAll()
      .where('number', '>', after)
      .where('number', '<=', lastNumber)
      .where('issuedOn', '>=', firstDay)
      .where('issuedOn', '<=', lastDay)
      .orderBy('number')
      .limit(SLICE)
      .execute()
    for (const stored of invoices) {
      const invoice = decodeRow('invoice', stored)
      after = invoice.number
      const own = await reads.find('invoiceLine', { invoiceId: invoice.id })
      for (const line of own.sort((one, other) => one.place - other.place))
        for (const row of invoiceRowsOf(invoice, line)) {
          out.text += lines.lineOf(cells.textsOf(row))
          sums.add(row)
          rows += 1
        }
    }
    yield out.some(rows)
    await setImmediate()
    if (invoices.length < SLICE) break
  }
  for (const sum of sums.rows()) out.text += lines.lineOf(cells.totalTexts(sum))
  yield out.rest(rows)
}
