import type { InvoiceDetail, InvoiceOutcome } from '../../../../shared/contract/invoice.ts'
import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import { correctionLine } from '../../../../shared/domain/bill/bill-of.ts'
import { type Customer, untoldBilling } from '../../../../shared/domain/customer/customer.ts'
import type { Invoice } from '../../../../shared/domain/invoice/invoice.ts'
import { aBill } from '../../../../shared/domain/payment/payment-fixture.ts'
import { HOUR } from '../../../../shared/time/instant.ts'
import { makeFinal } from '../../bill/make-final.ts'
import { correctBill } from '../../bill/revise.ts'
import { verifyChecks } from '../../ledger/verify-checks.ts'
import { verifyLedger } from '../../ledger/verify.ts'
import { type RestAnswer, type RestFace, restFace } from '../../rpc/test-bench/rest-face.ts'

/** A hub whose customers are invoiced. Its clock stands at noon, 2 March 2026. */
export interface InvoicingSite extends RestFace {
  customer(told?: Partial<Customer>): Promise<Customer>
  /** A stay that is over and cost so much, VAT included; a quarter of its net, where no other rate is told. */
  stay(customer: Customer, inclMinor: number, told?: Partial<Bill>, ratePct?: number): Promise<Bill>
  /** A person adds to the bill, or takes from it. */
  correct(bill: Bill, addMinor: number): Promise<void>
  bill(id: string): Promise<Bill>
  /** Makes the invoices of March. */
  run(): Promise<Invoice[]>
  post<Body>(path: string, body?: object): Promise<RestAnswer<Body>>
  detail(invoiceId: string): Promise<InvoiceDetail>
  balance(account: string): Promise<number>
  /** Codes of what the ledger's verification finds. */
  findings(): Promise<string[]>
}

export const march = { firstDay: '2026-03-01', lastDay: '2026-03-31' }

export async function invoicingSite(): Promise<InvoicingSite> {
  const face = await restFace()
  const { store } = face
  const settled = face.money.payments.settled
  await face.ask('PATCH', '/payment-terms', {
    ...{ legalName: 'Norra depån AB', organisationNumber: '556677-8899' },
    vatNumber: 'SE556677889901',
    address: ['Depåvägen 1', '972 00 Luleå'],
  })
  const post = <Body>(path: string, body: object = {}) => face.ask<Body>('POST', path, body)
  return Object.assign(face, {
    customer: (told: Partial<Customer> = {}) =>
      store.work('test', (tx) => {
        const customer: Customer = {
          ...{ id: tx.newId(), name: 'Åkeriet AB', kind: 'fleet', email: '', phone: '' },
          ...{ reference: 'Lasse', group: '', note: '', archivedAt: null, mergedInto: null },
          ...{ ...untoldBilling, billingAddress: 'Box 7\n972 01 Luleå' },
          ...{ createdAt: tx.now, updatedAt: tx.now },
          ...told,
        }
        tx.insert('customer', customer)
        return customer
      }),
    stay: (
      { id: customerId }: Customer,
      inclMinor: number,
      told: Partial<Bill> = {},
      ratePct = 25,
    ) =>
      store.work('test', (tx) => {
        const running = aBill({
          ...{ id: tx.newId(), customerId, settlement: 'invoice', state: 'running' },
          ...{ lines: [], exclMinor: 0, inclMinor: 0, vat: [], energyWh: 0, dueMinor: 0 },
          ...{ revision: 0, startsAt: tx.now - HOUR, endsAt: null, finalAt: null },
          ...told,
        })
        tx.insert('bill', running)
        const corrections = [correctionLine(inclMinor, ratePct)]
        const basis = { tariff: null, settlement: running.settlement, corrections }
        const stay = { timeZone: 'Europe/Stockholm', periods: [], energyWh: 20_000 }
        const making = { reason: 'ended', endsAt: tx.now } as const
        return makeFinal(tx, running, { ...basis, ...stay }, making, settled)
      }),
    correct: ({ id }: Bill, addMinor: number) =>
      store.work('test', (tx) => {
        const bill = tx.get('bill', id)
        if (bill) correctBill(tx, bill, { addMinor, ratePct: 25, note: 'told' }, settled)
      }),
    async bill(id: string) {
      const bill = await store.reads.get('bill', id)
      if (bill === undefined) throw new Error('there is no such bill')
      return bill
    },
    async run() {
      const ran = await post<{ outcomes: InvoiceOutcome[] }>('/invoices/run', march)
      return ran.body.outcomes.flatMap(({ invoices }) => invoices)
    },
    post,
    detail: async (id: string) => (await face.ask<InvoiceDetail>('GET', `/invoices/${id}`)).body,
    balance: (account: string) =>
      store.work('test', (tx) => {
        const [row] = tx.sql(
          'select coalesce(sum(amountMinor), 0) as minor from ledgerLine where account = ?',
          [account],
        )
        return Number(row?.['minor'])
      }),
    async findings() {
      const codes: string[] = []
      for await (const event of verifyLedger(store.reads, { checks: verifyChecks }))
        if (event.kind === 'verdict') codes.push(...event.verdict.findings.map(({ code }) => code))
      return codes
    },
  }) satisfies InvoicingSite
}
