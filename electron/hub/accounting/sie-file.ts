import { pc8Bytes } from '../../../shared/domain/accounting/pc8.ts'
import { sieHeader, sieVoucher } from '../../../shared/domain/accounting/sie.ts'
import type { SieQuery } from '../../../shared/domain/accounting/sie-query.ts'
import { type Voucher, voucherMaker } from '../../../shared/domain/accounting/voucher.ts'
import { localDayOf } from '../../../shared/domain/report/period.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { entriesOver } from '../ledger/read-entries.ts'
import type { Reads } from '../store/reads.ts'
import { booksOf } from './books.ts'
import { type FilePiece, pieceWriter } from './file-piece.ts'

/**
 * A file of vouchers, SIE 4I, piece by piece: what is in memory doesn't grow with it. Each account of the ledger has a
 * number in the books (`obstacleTo`).
 */
export async function* sieFile(
  reads: Reads,
  query: SieQuery,
  { now, version }: { readonly now: Instant; readonly version: string },
): AsyncGenerator<FilePiece, void, void> {
  const books = await booksOf(reads, query)
  const { siteName, currency, timeZone, plan, sums, fromAt, untilAt } = books
  const terms = await reads.get('paymentTerms', 'paymentTerms')
  let rows = 0
  const out = pieceWriter(pc8Bytes)
  out.text = sieHeader({
    ...{ program: 'Laddplan', version, currency },
    generatedOn: localDayOf(now, timeZone),
    // The format asks for one (SIE 4B, #FNAMN), also of a site that hasn't said who it is yet.
    companyName: terms?.legalName || siteName,
    organisationNumber: terms?.organisationNumber ?? '',
    accounts: sums.flatMap(({ account }) => plan(account) ?? []),
  })
  const write = (vouchers: readonly Voucher[]): void => {
    for (const voucher of vouchers) out.text += sieVoucher(voucher, currency)
  }
  const maker = voucherMaker({ timeZone, currency, per: query.per, plan })
  for await (const entries of entriesOver(reads, { from: fromAt, until: untilAt })) {
    for (const entry of entries) write(maker.add(entry))
    rows += entries.length
    yield out.some(rows)
  }
  write(maker.end())
  yield out.rest(rows)
}
