import type { JournalEntry } from '../journal/journal.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import type { Instant } from '../../time/instant.ts'
import { dispute } from './dispute.ts'
import { payment } from './payment.ts'
import type { PaymentMoment } from './payment-moment.ts'
import type { Receipt } from './receipt.ts'
import type { Refund } from './refund.ts'
import type { StripeCall, StripeCallKind } from './stripe-call.ts'

/** What is known of a payment, each kind in the order it happened. */
export interface Happened {
  readonly journal: readonly JournalEntry[]
  readonly calls: readonly StripeCall[]
  readonly refunds: readonly Refund[]
  readonly receipts: readonly Receipt[]
  readonly entries: readonly Pick<LedgerEntry, 'id' | 'at' | 'kind' | 'lines'>[]
}

/** Of what is told at one instant, first what happened, then what Stripe was asked, what was entered, the paper. */
const rank: Record<PaymentMoment['what'], number> = {
  ...{ journal: 0, refund: 0, dispute: 0 },
  ...{ call: 1, ledger: 2, receipt: 3 },
}

/** The calls whose end is told by what came of it, and by which words that is. */
const toldBy: Partial<Record<StripeCallKind, RegExp>> = {
  'checkout.create':
    /^payment\.(waits|processing|held|paid|failed|unknown|cancelled|expired|drop)$/,
  'intent.create': /^payment\.(waits|processing|held|paid|failed|unknown|cancelled|expired|drop)$/,
  'intent.capture': /^payment\.(paid|captureRefused)$/,
  'checkout.expire': /^payment\.(cancelled|expired|failed)$/,
  'intent.cancel': /^payment\.(cancelled|expired|failed)$/,
  'refund.create': /^(pending|requires_action|succeeded|failed|canceled|unknown)$/,
}

/** All that happened to a payment, in the order it happened; what several of our books tell is told once. */
export function historyOf({
  journal,
  calls,
  refunds,
  receipts,
  entries,
}: Happened): PaymentMoment[] {
  const lines = journal.flatMap((line) => fromJournal(line, refunds))
  const moments = [
    ...lines,
    ...calls.filter((call) => !isTold(call, lines)).map(fromCall),
    ...entries.map(fromLedger),
    ...receipts.map((receipt) => fromReceipt(receipt, journal)),
  ]
  return moments.toSorted((a, b) => a.at - b.at || rank[a.what] - rank[b.what])
}

function fromJournal(line: JournalEntry, refunds: readonly Refund[]): PaymentMoment[] {
  const [noun, verb = ''] = line.act.split('.')
  if (noun === 'refund') return [fromRefund(line, verb, refunds)]
  if (noun === 'dispute') {
    const { data } = dispute.pick({ amountMinor: true }).safeParse(line.after)
    const { amountMinor = null } = data ?? {}
    return [moment(line, 'dispute', verb, { detail: line.reason ?? '', amountMinor })]
  }
  if (noun === 'payment') return fromPayment(line)
  // Its receipt tells that it was made out.
  if (line.act === 'receipt.issue') return []
  return [moment(line, 'journal', line.act, { detail: line.reason ?? '' })]
}

function fromPayment(line: JournalEntry): PaymentMoment[] {
  const after = paymentIn(line.after)
  const before = paymentIn(line.before)
  const told = (text: string, more: Partial<PaymentMoment> = {}) => [
    moment(line, 'journal', text, { detail: line.reason ?? '', ...more }),
  ]
  const amountMinor = after?.amountMinor ?? null
  switch (line.act) {
    case 'payment.open':
      return before === null ? told('payment.open', { amountMinor }) : told('payment.waits')
    case 'payment.take':
    case 'payment.held':
    case 'payment.capture':
      return told(line.act, { amountMinor })
    case 'payment.paid':
      return told(line.act, { amountMinor: after?.capturedMinor ?? null })
    case 'payment.found':
      return told(line.act, { amountMinor, detail: '' })
    case 'payment.failed':
    case 'payment.captureRefused':
      return told(line.act, declineIn(after))
    case 'payment.cancel':
      // Where Stripe knows of it, it is not cancelled before Stripe says so.
      return told(after?.state === 'cancelled' ? 'payment.cancelled' : line.act)
    case 'payment.expired':
      return told(after === null ? 'payment.lapses' : line.act)
    case 'payment.disputed':
      // The dispute itself is told.
      return []
    case 'payment.told':
      if (after !== null && after.failureCode !== null && after.failureCode !== before?.failureCode)
        return told('payment.tried', declineIn(after))
      if (after !== null && after.capturedMinor !== before?.capturedMinor)
        return told('payment.paid', { amountMinor: after.capturedMinor })
      // Ids, a fee that the ledger tells, a card's last digits.
      return []
    default:
      return told(line.act)
  }
}

const shown = payment.pick({
  ...{ state: true, amountMinor: true, capturedMinor: true },
  ...{ failureCode: true, failureMessage: true },
})

function paymentIn(row: unknown) {
  return shown.safeParse(row).data ?? null
}

function declineIn(after: ReturnType<typeof paymentIn>): Partial<PaymentMoment> {
  return { code: after?.failureCode ?? null, detail: after?.failureMessage ?? '' }
}

function fromRefund(line: JournalEntry, verb: string, refunds: readonly Refund[]): PaymentMoment {
  const refund = refunds.find(({ id }) => id === line.nounId)
  const isFirst = verb === 'make'
  // By hand it is given at once; through Stripe it is asked for first.
  const wasGiven = refund?.stripeRefundId === null && refund.state === 'succeeded'
  const states: Record<string, string> = {
    make: wasGiven ? 'succeeded' : 'requested',
    again: 'requested',
    drop: 'canceled',
  }
  return moment(line, 'refund', states[verb] ?? verb, {
    detail: isFirst ? (refund?.note ?? '') : (line.reason ?? ''),
    amountMinor: refund?.amountMinor ?? null,
    code: verb === 'failed' ? (refund?.failureReason ?? null) : null,
  })
}

/** Whether what came of a call stands in the journal, which says it better. */
function isTold({ kind, state, createdAt }: StripeCall, lines: readonly PaymentMoment[]): boolean {
  if (state === 'waiting' || state === 'sent') return false
  const words = toldBy[kind]
  // A call is made a moment after the last one, so that they are in order.
  return (
    words !== undefined && lines.some(({ at, text }) => at >= createdAt - 1 && words.test(text))
  )
}

function fromCall({
  kind,
  state,
  error,
  errorCode,
  createdAt,
  endedAt,
}: StripeCall): PaymentMoment {
  return {
    ...{ at: endedAt ?? createdAt, what: 'call', text: `${kind}.${state}` },
    ...{ detail: error ?? '', code: errorCode, amountMinor: null, actor: null },
  }
}

/** An entry with what it moved: the sum of its debits. */
function fromLedger({ at, id, kind, lines }: Happened['entries'][number]): PaymentMoment {
  const amountMinor = lines.reduce((sum, line) => sum + Math.max(0, line.amountMinor), 0)
  return {
    ...{ at, what: 'ledger', text: kind, detail: String(id) },
    ...{ amountMinor, code: null, actor: null },
  }
}

function fromReceipt(
  { issuedAt: at, kind, number, amountMinor }: Receipt,
  journal: readonly JournalEntry[],
): PaymentMoment {
  const issued = journal.find((line) => line.act === 'receipt.issue' && line.at === at)
  return {
    ...{ at, what: 'receipt', text: kind, detail: String(number) },
    ...{ amountMinor, code: null, actor: issued ? personOf(issued.actor) : null },
  }
}

function moment(
  { at, actor }: { readonly at: Instant; readonly actor: string },
  what: PaymentMoment['what'],
  text: string,
  more: Partial<PaymentMoment>,
): PaymentMoment {
  return {
    at,
    what,
    text,
    detail: '',
    amountMinor: null,
    code: null,
    actor: personOf(actor),
    ...more,
  }
}

/** What the hub does by itself needs nobody named. */
function personOf(actor: string): string | null {
  return actor === 'hub' ? null : actor
}
