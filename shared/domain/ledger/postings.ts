import type { BillSums } from '../bill/bill.ts'
import type { Id } from '../id/id.ts'
import type { PaymentMeans } from '../payment/payment.ts'
import { type Account, customerAccount, meansAccount, vatAccount } from './account.ts'
import type { EntrySubject, LedgerLine, Posting } from './entry.ts'
import { posting, transfer } from './make-posting.ts'

/** What a bill is to the ledger: who owes it, and what for. */
export interface BilledSums {
  /** Null for somebody whom the site doesn't know. */
  readonly customerId: Id | null
  readonly currency: string
  readonly sums: Pick<BillSums, 'lines' | 'inclMinor'>
}

/** Money of a bill that moves between the payer and the site. Amounts are above zero. */
export interface Movement {
  readonly billId: Id
  readonly paymentId: Id
  /** Whose the bill is. */
  readonly customerId: Id | null
  readonly means: PaymentMeans
  readonly currency: string
  /** What the payer owes less for it, or more when it is given back. */
  readonly amountMinor: number
  /** Cash: what coins made more of it (below zero: less) than the amount. */
  readonly roundingMinor?: number
  readonly text?: string
}

/** Money at Stripe that moves without the payer. */
interface AtStripe extends Partial<EntrySubject> {
  readonly currency: string
  readonly amountMinor: number
  readonly text?: string
}

/** A final bill: the payer owes it, the net is earned, the tax is owed. */
export function billPosted(
  billed: BilledSums,
  { billId, text = '' }: { billId: Id; text?: string },
): Posting {
  return posting('billPosted', { billId }, billLines(billed, 1), text)
}

/**
 * A final bill that comes to another sum, or to another payer: the difference alone, on each account that it touches.
 * Without lines when there is none.
 */
export function billCorrected(
  before: BilledSums,
  after: BilledSums,
  { billId, text = '' }: { billId: Id; text?: string },
): Posting {
  const lines = [...billLines(before, -1), ...billLines(after, 1)]
  return posting('billCorrected', { billId }, lines, text)
}

/** A payment that was taken, by whatever means: a voucher is given away. */
export function paymentTaken(moved: Movement): Posting {
  return posting('paymentTaken', subjectOf(moved), movedLines(moved, 1), moved.text)
}

/** A refund that was given, or that Stripe was told to give. */
export function refundGiven(moved: Movement & { readonly refundId: Id }): Posting {
  return posting('refundGiven', subjectOf(moved), movedLines(moved, -1), moved.text)
}

/** A refund that came back: the payment stands again as if it hadn't been given. */
export function refundFailed(moved: Movement & { readonly refundId: Id }): Posting {
  return posting('refundFailed', subjectOf(moved), movedLines(moved, 1), moved.text)
}

/** What Stripe keeps for a payment; below zero when it gives some back. */
export function feeTaken(fee: AtStripe): Posting {
  return posting('feeTaken', fee, transfer('fee/stripe', 'means/stripe', fee), fee.text)
}

/** Money on its way from Stripe to the bank. */
export function payoutSent(payout: AtStripe & { readonly payoutId: string }): Posting {
  return posting('payoutSent', payout, transfer('bank', 'means/stripe', payout), payout.text)
}

/** A payout that the bank sent back. */
export function payoutFailed(payout: AtStripe & { readonly payoutId: string }): Posting {
  return posting('payoutFailed', payout, transfer('means/stripe', 'bank', payout), payout.text)
}

/** What a dispute moves. */
export interface Disputed extends AtStripe {
  readonly disputeId: string
  /** What Stripe takes for the dispute itself, or gives back. */
  readonly feeMinor?: number
}

/** The cardholder's bank has taken the amount back until it is decided. */
export function disputeOpened(disputed: Disputed): Posting {
  const lines = [...transfer('dispute', 'means/stripe', disputed), ...disputeFee(disputed)]
  return posting('disputeOpened', disputed, lines, disputed.text)
}

/** Decided for the site: the amount is at Stripe again. */
export function disputeWon(disputed: Disputed): Posting {
  const { currency, feeMinor = 0 } = disputed
  const back = disputeFee({ ...disputed, currency, feeMinor: -feeMinor })
  const lines = [...transfer('means/stripe', 'dispute', disputed), ...back]
  return posting('disputeWon', disputed, lines, disputed.text)
}

/** Decided for the cardholder: the amount is lost. */
export function disputeLost(disputed: Disputed): Posting {
  const lines = [...transfer('writeOff', 'dispute', disputed), ...disputeFee(disputed)]
  return posting('disputeLost', disputed, lines, disputed.text)
}

/** What a payer owes and will never pay. */
export function writtenOff(owed: {
  readonly billId: Id
  readonly customerId: Id | null
  readonly currency: string
  readonly amountMinor: number
  readonly text: string
}): Posting {
  const lines = transfer('writeOff', customerAccount(owed.customerId), owed)
  return posting('writtenOff', owed, lines, owed.text)
}

function disputeFee({ currency, feeMinor = 0 }: Disputed): LedgerLine[] {
  return transfer('fee/stripe', 'means/stripe', { currency, amountMinor: feeMinor })
}

function billLines({ customerId, currency, sums }: BilledSums, sign: 1 | -1): LedgerLine[] {
  const owed = sign * sums.inclMinor
  return [
    { account: customerAccount(customerId), amountMinor: owed, currency },
    ...sums.lines.flatMap(({ kind, ratePct, exclMinor, vatMinor }): LedgerLine[] => [
      { account: `revenue/${kind}`, amountMinor: -sign * exclMinor, currency },
      { account: vatAccount(ratePct), amountMinor: -sign * vatMinor, currency },
    ]),
  ]
}

function movedLines(moved: Movement, sign: 1 | -1): LedgerLine[] {
  const { customerId, means, currency, amountMinor, roundingMinor = 0 } = moved
  const lines: [Account, number][] = [
    [meansAccount(means), amountMinor + roundingMinor],
    ['rounding', -roundingMinor],
    [customerAccount(customerId), -amountMinor],
  ]
  return lines.map(([account, minor]) => ({ account, amountMinor: sign * minor, currency }))
}

function subjectOf(moved: Movement & { readonly refundId?: Id }): Partial<EntrySubject> {
  const { billId, paymentId, refundId = null } = moved
  return { billId, paymentId, refundId }
}
