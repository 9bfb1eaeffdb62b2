import { implement } from '@orpc/server'
import { invoiceContract } from '../../../../shared/contract/invoice.ts'
import { creditInvoice } from '../../invoice/credit.ts'
import { invoiceDetail, listInvoices } from '../../invoice/list.ts'
import { payInvoice, remindOfInvoice, undoInvoicePayment } from '../../invoice/pay.ts'
import { previewRun, runInvoices } from '../../invoice/run.ts'
import { changeInvoiceTerms, invoiceTermsOf } from '../../invoice/terms.ts'
import type { StripeSide } from '../../payment/stripe-side.ts'
import { runOnce, workOnce } from './once.ts'
import { type Caller, everyCall, type RouterParts } from './parts.ts'

const on = implement(invoiceContract).$context<Caller>().use(everyCall)

const missing = (id: string, noun = 'invoice') => ({ data: { noun, id } })

export function invoiceRouter({ store, clock }: RouterParts, side: StripeSide) {
  return {
    list: on.list.handler(({ input }) => listInvoices(store.reads, input, clock())),

    get: on.get.handler(async ({ input, errors }) => {
      const detail = await invoiceDetail(store.reads, input.id)
      if (!detail) throw errors.NOT_FOUND(missing(input.id))
      return detail
    }),

    preview: on.preview.handler(({ input, context }) => previewRun(store, context.actor, input)),

    run: on.run.handler(({ input, context, errors }) =>
      runOnce(store, context, 'invoice.run', input, async () => {
        const ran = await runInvoices(store, context.actor, side, input)
        if (ran.kind === 'refused') throw errors[ran.lacks]()
        return { outcomes: ran.outcomes }
      }),
    ),

    pay: on.pay.handler(({ input, context, errors }) =>
      workOnce(store, context, 'invoice.pay', input, (tx) => {
        const paid = payInvoice(tx, input)
        if (paid.kind === 'missing') throw errors.NOT_FOUND(missing(input.id))
        if (paid.kind === 'changed') return paid.invoice
        if (paid.refusal.code === 'nothingLeft') throw errors.NOTHING_LEFT()
        throw errors.ABOVE_LEFT({ data: { leftMinor: paid.refusal.leftMinor } })
      }),
    ),

    undoPayment: on.undoPayment.handler(({ input, context, errors }) =>
      workOnce(store, context, 'invoice.undoPayment', input, (tx) => {
        const undone = undoInvoicePayment(tx, input)
        if (undone.kind === 'missing') throw errors.NOT_FOUND(missing(input.id, 'invoicePayment'))
        if (undone.kind === 'alreadyUndone') throw errors.ALREADY_UNDONE()
        return undone.invoice
      }),
    ),

    credit: on.credit.handler(({ input, context, errors }) =>
      workOnce(store, context, 'invoice.credit', input, (tx) => {
        const credited = creditInvoice(tx, side, input)
        if (credited.kind === 'missing') throw errors.NOT_FOUND(missing(input.id))
        if (credited.kind === 'sellerMissing') throw errors.SELLER_MISSING()
        if (credited.kind === 'notCreditable') throw errors.NOT_CREDITABLE()
        return credited.creditNote
      }),
    ),

    remind: on.remind.handler(({ input, context, errors }) =>
      workOnce(store, context, 'invoice.remind', input, (tx) => {
        const reminded = remindOfInvoice(tx, input.id)
        if (reminded.kind === 'missing') throw errors.NOT_FOUND(missing(input.id))
        if (reminded.kind === 'nothingLeft') throw errors.NOTHING_LEFT()
        return reminded.invoice
      }),
    ),

    terms: on.terms.handler(({ context }) => store.work(context.actor, invoiceTermsOf)),

    changeTerms: on.changeTerms.handler(({ input, context, errors }) =>
      workOnce(store, context, 'invoice.changeTerms', input, (tx) => {
        const changed = changeInvoiceTerms(tx, input)
        if (changed.kind === 'numbersBegun') throw errors.NUMBERS_BEGUN()
        return changed.terms
      }),
    ),
  }
}
