import type {
  InvoiceDraftView,
  InvoiceOutcome,
  SellerLack,
} from '../../../shared/contract/invoice.ts'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { draftsOf, type InvoiceDraft } from '../../../shared/domain/invoice/draft.ts'
import { type Stretch, stretchOf } from '../../../shared/domain/report/period.ts'
import type { StripeSide } from '../payment/stripe-side.ts'
import type { Store } from '../store/store.ts'
import type { Reads } from '../store/reads.ts'
import type { Writes } from '../store/writes.ts'
import { hasSeller, hasVatNumber, makeInvoice } from './make-invoice.ts'
import { backlogOf, type Backlog, billsToInvoice, withWords } from './to-invoice.ts'

/** A period of whole local days, and whose bills; all customers' where it isn't told. */
export interface RunWish {
  readonly firstDay: string
  readonly lastDay: string
  readonly customerIds?: readonly Id[] | undefined
}

/** What a run would make; nothing is changed. */
export async function previewRun(
  store: Store,
  actor: string,
  wish: RunWish,
): Promise<{ drafts: InvoiceDraftView[]; backlog: Backlog; lacks: SellerLack | null }> {
  const stretch = await stretchOfRun(store.reads, wish)
  const drafts: InvoiceDraftView[] = []
  for (const [customerId, billIds] of await billsToInvoice(store.reads, stretch, wish.customerIds))
    drafts.push(
      // A unit of its own for each, so that others needn't wait for all of them.
      ...(await store.work(actor, (tx) =>
        draftsOf(withWords(tx, billIds)).map((draft) => viewOf(customerOf(tx, customerId), draft)),
      )),
    )
  const lacks = await store.work(actor, (tx) => lackOf(tx, drafts))
  return { drafts, backlog: await backlogOf(store.reads, stretch), lacks }
}

export type Ran =
  | { readonly kind: 'ran'; readonly outcomes: InvoiceOutcome[] }
  | { readonly kind: 'refused'; readonly lacks: SellerLack }

/**
 * Makes the invoices and credit notes of a period: each customer's in one unit, so that all of theirs are made or none.
 * Run again, it makes what is still to be made.
 */
export async function runInvoices(
  store: Store,
  actor: string,
  side: StripeSide,
  wish: RunWish,
): Promise<Ran> {
  if (!(await store.work(actor, (tx) => hasSeller(tx) && hasVatNumber(tx)))) {
    const { lacks } = await previewRun(store, actor, wish)
    if (lacks !== null) return { kind: 'refused', lacks }
  }
  const stretch = await stretchOfRun(store.reads, wish)
  const outcomes: InvoiceOutcome[] = []
  for (const [customerId, billIds] of await billsToInvoice(store.reads, stretch, wish.customerIds))
    outcomes.push(
      await store.work(actor, (tx) => {
        const customer = customerOf(tx, customerId)
        const occasion = {
          customer,
          periodFrom: wish.firstDay,
          periodUntil: wish.lastDay,
          reason: '',
        }
        const invoices = draftsOf(withWords(tx, billIds)).map((draft) =>
          makeInvoice(tx, side, draft, occasion),
        )
        return { customerId, customerName: customer.name, invoices }
      }),
    )
  return { kind: 'ran', outcomes }
}

/** What is credited was asked for before, and is given back in any case: only invoices need a VAT number. */
function lackOf(tx: Writes, drafts: readonly InvoiceDraftView[]): SellerLack | null {
  if (!hasSeller(tx)) return 'SELLER_MISSING'
  const asksVat = drafts.some(
    ({ kind, vat }) => kind === 'invoice' && vat.some(({ vatMinor }) => vatMinor !== 0),
  )
  return asksVat && !hasVatNumber(tx) ? 'VAT_NUMBER_MISSING' : null
}

async function stretchOfRun(reads: Reads, { firstDay, lastDay }: RunWish): Promise<Stretch> {
  const [site] = await reads.find('site', {})
  if (site === undefined) throw new Error('The site is made when the hub starts.')
  const { timeZone } = site
  // A period of days doesn't ask what time it is.
  return stretchOf({ is: 'days', firstDay, lastDay }, { timeZone, now: 0 })
}

function customerOf(tx: Writes, id: Id): Customer {
  const customer = tx.get('customer', id)
  if (customer === undefined) throw new Error('A customer is never removed.')
  return customer
}

function viewOf(customer: Customer, draft: InvoiceDraft): InvoiceDraftView {
  const { kind, creditOf, currency, lines, energyWh, exclMinor, inclMinor, vat, groups } = draft
  return {
    ...{ customerId: customer.id, customerName: customer.name, kind },
    ...{ creditOfName: creditOf?.name ?? '', currency, stays: lines.length },
    ...{ energyWh, exclMinor, inclMinor, vat, groups },
  }
}
