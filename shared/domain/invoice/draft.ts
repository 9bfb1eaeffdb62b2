import type { Bill, VatSum } from '../bill/bill.ts'
import type { Id } from '../id/id.ts'
import type { Invoice, InvoiceGroup, InvoiceLine, InvoiceSums } from './invoice.ts'
import { exclOf, inclOf, restOfBill, vatAdded } from './rest-of-bill.ts'

/** A line of an invoice that a bill is on already. */
export interface EarlierLine extends Pick<InvoiceLine, 'vat' | 'inclMinor'> {
  /** The invoice; of a credit note's line the one that it credits. */
  readonly on: Pick<Invoice, 'id' | 'name' | 'number'>
}

/** A bill that may have to be invoiced, with the words that its line has. */
export interface BillToInvoice {
  readonly bill: Bill
  readonly connector: string
  readonly vehicle: string
  readonly costCentre: string
  /** All that invoices and credit notes have of it. */
  readonly earlier: readonly EarlierLine[]
}

export type DraftLine = Omit<InvoiceLine, 'id' | 'invoiceId' | 'place' | 'paymentId' | 'refundId'>

/** An invoice or credit note before it has a number. */
export interface InvoiceDraft extends InvoiceSums {
  readonly kind: Invoice['kind']
  /** What a credit note credits. */
  readonly creditOf: EarlierLine['on'] | null
  readonly currency: string
  readonly energyWh: number
  readonly groups: InvoiceGroup[]
  readonly lines: DraftLine[]
}

/**
 * The papers that one customer's bills make: an invoice in each currency of what hasn't been invoiced, and what has come
 * to less since as a credit note that names its invoice. What has come to more is asked for by a line of its own on the
 * invoice. Once they are made nothing is left: asked again, there are none.
 */
export function draftsOf(bills: readonly BillToInvoice[]): InvoiceDraft[] {
  const invoices = new Map<string, DraftLine[]>()
  const credits = new Map<Id, { on: EarlierLine['on']; currency: string; lines: DraftLine[] }>()
  for (const told of [...bills].sort(byStart)) {
    const { currency } = told.bill
    const rest = restOfBill(told.bill, told.earlier)
    if (inclOf(rest) > 0) {
      const lines = invoices.get(currency) ?? []
      invoices.set(currency, [...lines, lineOf(told, rest, correctedBy(told))])
    }
    if (inclOf(rest) >= 0) continue
    for (const { on, vat } of creditedOn(rest, told.earlier)) {
      const credit = credits.get(on.id) ?? { on, currency, lines: [] }
      credit.lines.push(lineOf(told, vat, on.name))
      credits.set(on.id, credit)
    }
  }
  return [
    ...[...invoices].map(([currency, lines]) => draft('invoice', null, currency, lines)),
    ...[...credits.values()].map(({ on, currency, lines }) =>
      draft('creditNote', on, currency, lines),
    ),
  ]
}

/** A credit note of all that is left of an invoice's lines. */
export function fullCreditOf(
  invoice: Pick<Invoice, 'id' | 'name' | 'number' | 'currency'>,
  lines: readonly InvoiceLine[],
  credited: readonly InvoiceLine[],
): InvoiceDraft | null {
  const back = lines.flatMap((line): DraftLine[] => {
    let vat = vatAdded([], line.vat, -1)
    for (const off of credited) if (off.billId === line.billId) vat = vatAdded(vat, off.vat, -1)
    if (inclOf(vat) >= 0) return []
    const { billId, revision, startsAt, endsAt, connector, plate, vehicle, costCentre } = line
    const words = { billId, revision, startsAt, endsAt, connector, plate, vehicle, costCentre }
    const sums = { exclMinor: exclOf(vat), inclMinor: inclOf(vat), vat }
    const isWhole = inclOf(vat) === -line.inclMinor
    const energyWh = isWhole && line.energyWh !== 0 ? -line.energyWh : 0
    return [{ ...words, idToken: line.idToken, energyWh, ...sums, corrects: invoice.name }]
  })
  const { id, name, number, currency } = invoice
  return back.length === 0 ? null : draft('creditNote', { id, name, number }, currency, back)
}

function draft(
  kind: Invoice['kind'],
  creditOf: EarlierLine['on'] | null,
  currency: string,
  lines: DraftLine[],
): InvoiceDraft {
  const vat = lines.reduce((sum: VatSum[], line) => vatAdded(sum, line.vat), [])
  return {
    ...{ kind, creditOf, currency, lines, vat },
    exclMinor: total(lines, 'exclMinor'),
    inclMinor: total(lines, 'inclMinor'),
    energyWh: total(lines, 'energyWh'),
    groups: groupsOf(lines),
  }
}

/** Lines by vehicle and cost centre, by plate; of those without a plate by id token. */
function groupsOf(lines: readonly DraftLine[]): InvoiceGroup[] {
  const groups = Map.groupBy(lines, ({ plate, vehicle, costCentre, idToken }) =>
    JSON.stringify([plate || idToken, vehicle, costCentre]),
  )
  return [...groups.values()]
    .flatMap((of): InvoiceGroup[] => {
      const [first] = of
      if (first === undefined) return []
      const { plate, idToken, vehicle, costCentre } = first
      return [
        {
          ...{ plate: plate || idToken, vehicle, costCentre, stays: of.length },
          energyWh: total(of, 'energyWh'),
          exclMinor: total(of, 'exclMinor'),
          inclMinor: total(of, 'inclMinor'),
        },
      ]
    })
    .sort((one, other) => one.plate.localeCompare(other.plate, 'sv'))
}

function lineOf(told: BillToInvoice, vat: VatSum[], corrects: string): DraftLine {
  const { bill, connector, vehicle, costCentre } = told
  const { id: billId, revision, startsAt, endsAt, plate, idToken } = bill
  return {
    ...{ billId, revision, startsAt, endsAt, connector, plate, vehicle, costCentre, idToken },
    // A line that corrects an earlier one charges no energy once more.
    energyWh: corrects === '' ? bill.energyWh : 0,
    ...{ exclMinor: exclOf(vat), inclMinor: inclOf(vat), vat, corrects },
  }
}

/** The latest invoice that still asks for something of the bill; empty where none does. */
function correctedBy({ earlier }: BillToInvoice): string {
  return [...askedOn(earlier)].findLast(({ vat }) => inclOf(vat) > 0)?.on.name ?? ''
}

/** What each invoice still asks for of a bill, in order of their numbers. */
function askedOn(earlier: readonly EarlierLine[]): { on: EarlierLine['on']; vat: VatSum[] }[] {
  const asked = new Map<Id, { on: EarlierLine['on']; vat: VatSum[] }>()
  for (const { on, vat } of earlier) {
    const known = asked.get(on.id)
    asked.set(on.id, { on, vat: vatAdded(known?.vat ?? [], vat) })
  }
  return [...asked.values()].sort((one, other) => one.on.number - other.on.number)
}

/**
 * On which invoices less than nothing is credited: of the latest first, each by no more than it asks for, and by the
 * exact amounts of each rate on the last.
 */
function creditedOn(
  rest: VatSum[],
  earlier: readonly EarlierLine[],
): { on: EarlierLine['on']; vat: VatSum[] }[] {
  const asking = askedOn(earlier).filter(({ vat }) => inclOf(vat) > 0)
  const parts: { on: EarlierLine['on']; vat: VatSum[] }[] = []
  let left = rest
  for (const { on, vat } of asking.toReversed()) {
    if (inclOf(left) >= 0) break
    const isLast = -inclOf(left) <= inclOf(vat) || on.id === asking[0]?.on.id
    const part = isLast ? left : vatAdded([], vat, -1)
    parts.push({ on, vat: part })
    left = vatAdded(left, part, -1)
  }
  return parts
}

function total(rows: readonly DraftLine[], column: 'exclMinor' | 'inclMinor' | 'energyWh'): number {
  return rows.reduce((sum, row) => sum + row[column], 0)
}

function byStart(one: BillToInvoice, other: BillToInvoice): number {
  return one.bill.startsAt - other.bill.startsAt || (one.bill.id < other.bill.id ? -1 : 1)
}
