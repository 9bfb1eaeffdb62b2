import { setImmediate } from 'node:timers/promises'
import type { BillRevision } from '../../../shared/domain/bill/bill.ts'
import { type CdrParts, cdrOf, creditCdrOf } from '../../../shared/domain/cdr/cdr-of.ts'
import type { Cdr } from '../../../shared/domain/cdr/cdr.ts'
import type { CdrTerms } from '../../../shared/domain/cdr/cdr-terms.ts'
import { stretchOf } from '../../../shared/domain/report/period.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import type { TariffVersion } from '../../../shared/domain/tariff/tariff.ts'
import type { Site } from '../../../shared/domain/site/site.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'
import { type FilePiece, pieceWriter, utf8 } from './file-piece.ts'

/** Revisions that are read at once. */
const SLICE = 100

/**
 * The charge detail records of the bills that were made final within a period, as a JSON array, piece by piece. A bill
 * that was made final once more has a credit CDR of the one before it, and a CDR of its own after that. The site has told
 * all that a CDR says of it (`obstacleTo`).
 */
export async function* cdrFile(
  reads: Reads,
  { firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string },
): AsyncGenerator<FilePiece, void, void> {
  const [site] = await reads.find('site', {})
  const terms = await reads.get('cdrTerms', 'cdrTerms')
  if (site === undefined || terms === undefined)
    throw new Error('The site and its terms are made with their tables.')
  const { timeZone } = site
  const days = { is: 'days', firstDay, lastDay } as const
  const { fromAt, untilAt } = stretchOf(days, { timeZone, now: 0 })
  const beside: Beside = {
    ...{ site, terms, station: new Map(), connector: new Map() },
    ...{ tariff: new Map(), customer: new Map() },
  }
  const out = pieceWriter(utf8)
  let rows = 0
  let comma = ''
  out.text = '['
  for await (const revisions of revisionsOver(reads, fromAt, untilAt)) {
    for (const revision of revisions) {
      rows += 1
      for (const cdr of await cdrsOf(reads, revision, beside)) {
        out.text += `${comma}\n${JSON.stringify(cdr)}`
        comma = ','
      }
    }
    yield out.some(rows)
    await setImmediate()
  }
  out.text += '\n]\n'
  yield out.rest(rows)
}

async function* revisionsOver(
  reads: Reads,
  fromAt: Instant,
  untilAt: Instant,
): AsyncGenerator<BillRevision[], void, void> {
  for (let after = { at: fromAt, revision: 0, id: '' }; ;) {
    const { at, revision, id } = after
    const rows = await reads.query
      .selectFrom('billRevision')
      .selectAll()
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('at', 'revision', 'id'), '>', tuple(at, revision, id)),
      )
      .where('at', '<', untilAt)
      .orderBy('at')
      .orderBy('revision')
      .orderBy('id')
      .limit(SLICE)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map((row) => decodeRow('billRevision', row))
    after = last
  }
}

/** What many CDRs are made with, read once. */
interface Beside {
  readonly site: Site
  readonly terms: CdrTerms
  readonly station: Known<Station>
  readonly connector: Known<Connector>
  readonly tariff: Known<TariffVersion>
  readonly customer: Known<Customer>
}
type Known<Row> = Map<string, Promise<Row | undefined>>

/** None for a bill of no station: nothing was charged there that a partner could know of. */
async function cdrsOf(reads: Reads, revision: BillRevision, beside: Beside): Promise<Cdr[]> {
  const bill = await reads.get('bill', revision.billId)
  const stationId = bill?.stationId ?? null
  if (bill === undefined || stationId === null) return []
  const { connectorId, tariffVersionId, customerId } = bill
  const { site, terms } = beside
  const station = await once(beside.station, stationId, () => reads.get('station', stationId))
  if (station === undefined) return []
  const connector = await once(beside.connector, `${stationId} ${connectorId}`, async () => {
    if (connectorId === null) return undefined
    return (await reads.find('connector', { stationId, connectorId }))[0]
  })
  const tariff =
    tariffVersionId &&
    (await once(beside.tariff, tariffVersionId, () => reads.get('tariffVersion', tariffVersionId)))
  const customer =
    customerId && (await once(beside.customer, customerId, () => reads.get('customer', customerId)))
  const parts: CdrParts = {
    ...{ bill, revision, station, site, terms, connector: connector ?? null },
    ...{ tariff: tariff || null, contractId: (customer || undefined)?.reference ?? '' },
  }
  if (revision.revision === 1) return [cdrOf(parts)]
  const [before] = await reads.find('billRevision', {
    billId: bill.id,
    revision: revision.revision - 1,
  })
  if (before === undefined) return [cdrOf(parts)]
  return [creditCdrOf({ ...parts, revision: before }, revision.at), cdrOf(parts)]
}

function once<Row>(
  known: Known<Row>,
  key: string,
  ask: () => Promise<Row | undefined>,
): Promise<Row | undefined> {
  let row = known.get(key)
  if (row === undefined) known.set(key, (row = ask()))
  return row
}
