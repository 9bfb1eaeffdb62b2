import type { ShiftDetail, XReport } from '../../../../shared/contract/till.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { Refund } from '../../../../shared/domain/payment/refund.ts'
import type { Pieces } from '../../../../shared/domain/till/cash-count.ts'
import type { Shift } from '../../../../shared/domain/till/shift.ts'
import type { Till } from '../../../../shared/domain/till/till.ts'
import type { ZReport } from '../../../../shared/domain/till/z-report.ts'
import { type Payer, payerAt } from '../../payment/test-bench/payer.ts'
import { type PayingHub, payingHub, type Refused } from '../../payment/test-bench/paying-hub.ts'
import type { RestAnswer } from '../../rpc/test-bench/rest-face.ts'

/** What a call answered, or why it didn't. */
type Answer<Body> = Promise<RestAnswer<Body & Refused>>

/** What is told when a drawer is counted. */
interface CountTold {
  readonly count: { readonly totalMinor: number }
  readonly expectedMinor: number | null
  readonly varianceMinor: number | null
}

/** Headers of a call, such as whose it is. */
type As = Record<string, string>

/** A desk with a till at a hub that pays through the double. */
export interface TillHub extends Omit<PayingHub, 'open' | 'close' | 'end'> {
  readonly payer: Payer
  readonly till: Till
  open(body?: object, as?: As): Answer<Payment>
  openShift(kronor?: number, body?: object, as?: As): Answer<Shift>
  /** The shift that is open. */
  shift(): Promise<Shift>
  /** Takes so much in cash for a bill of as much. */
  cash(amountMinor: number, body?: object, as?: As): Answer<Payment>
  giveBack(payment: { id: string }, amountMinor: number, body?: object, as?: As): Answer<Refund>
  move(kind: string, amountMinor: number, as?: As): Answer<unknown>
  count(kronor: number, body?: object, as?: As): Answer<CountTold>
  close(body?: object, as?: As): Answer<ZReport>
  x(as?: As): Answer<XReport>
  shiftDetail(as?: As): Answer<ShiftDetail>
  end(): Promise<void>
}

/** So many kronor in coins of one. */
export function coins(kronor: number): Pieces[] {
  return [{ valueMinor: 100, pieces: kronor }]
}

export async function tillHub(): Promise<TillHub> {
  const hub = await payingHub()
  const ask = <Body>(method: string, path: string, body: object = {}, as?: As) =>
    hub.face.ask<Body>(method, path, method === 'GET' ? undefined : body, as)
  const till = (await ask<Till>('POST', '/tills', { name: 'Kassa 1' })).body
  const last = async (): Promise<Shift> => {
    const { body } = await ask<{ rows: Shift[] }>('GET', `/tills/${till.id}/shifts?limit=1`)
    const [shift] = body.rows
    if (shift === undefined) throw new Error('no shift was opened')
    return shift
  }
  const toShift = async <Body>(what: string, body: object, as?: As): Answer<Body> =>
    ask('POST', `/shifts/${(await last()).id}/${what}`, body, as)
  const fromShift = async <Body>(what: string, as?: As): Answer<Body> =>
    ask('GET', `/shifts/${(await last()).id}${what}`, undefined, as)
  return {
    ...hub,
    payer: payerAt(hub),
    till,
    open: (body = {}, as) => ask('POST', '/payments', { tillId: till.id, ...body }, as),
    openShift: (kronor = 1_000, body = {}, as) =>
      ask('POST', `/tills/${till.id}/shifts`, { denominations: coins(kronor), ...body }, as),
    shift: last,
    async cash(amountMinor, body = {}, as) {
      const bill = await hub.bill({
        ...{ inclMinor: amountMinor, dueMinor: amountMinor, estimatedMinor: amountMinor },
        vat: [{ ratePct: 25, exclMinor: amountMinor * 0.8, vatMinor: amountMinor * 0.2 }],
      })
      const wish = { billId: bill.id, means: 'cash', tillId: till.id, ...body }
      return ask('POST', '/payments/manual', wish, as)
    },
    giveBack: ({ id }, amountMinor, body = {}, as) =>
      ask(
        'POST',
        `/payments/${id}/refunds`,
        {
          ...{ amountMinor, reason: 'requested_by_customer', note: 'Left early' },
          ...{ tillId: till.id, isDueAgain: true },
          ...body,
        },
        as,
      ),
    move: (kind, amountMinor, as) =>
      toShift('cash-moves', { kind, amountMinor, reason: 'Change' }, as),
    count: (kronor, body = {}, as) =>
      toShift('cash-counts', { purpose: 'closing', denominations: coins(kronor), ...body }, as),
    close: (body = {}, as) => toShift('close', body, as),
    x: (as) => fromShift('/x', as),
    shiftDetail: (as) => fromShift('', as),
    end: () => hub.close(),
  }
}
