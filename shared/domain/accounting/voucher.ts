import type { EntryKind, LedgerEntry } from '../ledger/entry.ts'
import { type Stretch, localDayOf, unitAt } from '../report/period.ts'
import type { AccountPlan } from './account-plan.ts'

/** What is booked on one account: above zero in debit. */
export interface VoucherLine {
  readonly number: string
  readonly amountMinor: number
}

/** One event of the books; its lines sum to zero. */
export interface Voucher {
  /** The day by the site's clock. */
  readonly on: string
  readonly kind: EntryKind
  readonly text: string
  readonly lines: readonly VoucherLine[]
}

export interface VoucherTerms {
  readonly timeZone: string
  /** Each currency has books of its own. */
  readonly currency: string
  /** A voucher for each day and kind of entry, or for each entry. */
  readonly per: 'day' | 'entry'
  readonly plan: AccountPlan
}

type Entry = Pick<LedgerEntry, 'id' | 'at' | 'kind' | 'text' | 'lines'>

/** Makes vouchers of entries that come in the order of their instants. */
export interface VoucherMaker {
  /** @returns the vouchers that are whole by now */
  add(entry: Entry): Voucher[]
  /** The vouchers of the last day. */
  end(): Voucher[]
}

/**
 * Debits and credits of an account are kept apart, so that what came and went on a day is seen; lines of another currency
 * are left out, and they too sum to zero.
 * @throws for an account that the plan has no number for: it is to be asked for them first
 */
export function voucherMaker({ timeZone, currency, per, plan }: VoucherTerms): VoucherMaker {
  let day: (Stretch & { on: string }) | null = null
  const open = new Map<EntryKind, { entries: number; debit: Sums; credit: Sums }>()

  const linesOf = ({ lines }: Entry): VoucherLine[] =>
    lines
      .filter((line) => line.currency === currency)
      .map(({ account, amountMinor }) => {
        const booked = plan(account)
        if (booked === null) throw new TypeError(`${account} has no number in the books`)
        return { number: booked.number, amountMinor }
      })

  const closed = (): Voucher[] => {
    if (day === null) return []
    const { on } = day
    const vouchers = [...open].map(([kind, { entries, debit, credit }]) => ({
      ...{ on, kind, text: `${kindWords[kind]} ${on} (${entries})` },
      lines: [...linesOfSums(debit), ...linesOfSums(credit)],
    }))
    open.clear()
    return vouchers
  }

  return {
    add(entry) {
      const whole = day === null || entry.at < day.fromAt || entry.at >= day.untilAt ? closed() : []
      if (day === null || entry.at < day.fromAt || entry.at >= day.untilAt)
        day = { ...unitAt(entry.at, 'day', timeZone), on: localDayOf(entry.at, timeZone) }
      const lines = linesOf(entry)
      if (lines.length === 0) return whole
      if (per === 'entry') {
        const { kind } = entry
        const text = [`${kindWords[kind]} ${entry.id}`, entry.text].filter(Boolean).join(': ')
        return [...whole, { on: day.on, kind, text, lines }]
      }
      const sums = open.get(entry.kind) ?? { entries: 0, debit: new Map(), credit: new Map() }
      open.set(entry.kind, sums)
      sums.entries += 1
      for (const { number, amountMinor } of lines) {
        const side = amountMinor > 0 ? sums.debit : sums.credit
        side.set(number, (side.get(number) ?? 0) + amountMinor)
      }
      return whole
    },
    end: closed,
  }
}

type Sums = Map<string, number>

function linesOfSums(sums: Sums): VoucherLine[] {
  return [...sums]
    .map(([number, amountMinor]) => ({ number, amountMinor }))
    .sort((one, other) => (one.number < other.number ? -1 : 1))
}

/** What a voucher is about, in Swedish: so are the books. */
const kindWords: Readonly<Record<EntryKind, string>> = {
  billPosted: 'Laddning',
  billCorrected: 'Rättad laddning',
  paymentTaken: 'Betalningar',
  refundGiven: 'Återbetalningar',
  refundFailed: 'Misslyckade återbetalningar',
  feeTaken: 'Avgifter',
  payoutSent: 'Utbetalning från Stripe',
  payoutFailed: 'Misslyckad utbetalning',
  disputeOpened: 'Tvist öppnad',
  disputeWon: 'Tvist vunnen',
  disputeLost: 'Tvist förlorad',
  writtenOff: 'Avskrivet',
  floatTaken: 'Växelkassa',
  cashMoved: 'Kontanter flyttade',
  varianceFound: 'Kassadifferens',
  drawerEmptied: 'Dagskassa',
  safeBanked: 'Insättning på bank',
  terminalSettled: 'Redovisning kortterminal',
  invoicePaid: 'Betalda fakturor',
  invoicePaymentUndone: 'Ångrade fakturabetalningar',
}
