import { DAY, HOUR, MINUTE, type Instant } from '../../time/instant.ts'
import type { Bill } from '../bill/bill.ts'
import type { Booking } from '../booking/booking.ts'
import { type Payment, stripeMeans } from '../payment/payment.ts'
import { givenRefunds } from '../payment/refund-news.ts'
import type { Refund } from '../payment/refund.ts'
import type { PlanLine } from '../planning/stored-plan.ts'
import { isTrifle } from '../visit/trifle.ts'
import type { Visit, VisitEnd } from '../visit/visit.ts'
import type { MessageTemplate } from './template.ts'
import { unseenChange, type WindowChange } from './window-change.ts'

/** What there is of a visit, to be looked at for what its driver is to be told. */
export interface MessageFacts {
  readonly visit: Pick<
    Visit,
    'state' | 'endReason' | 'since' | 'holdUntil' | 'phone' | 'email' | 'pays'
  >
  readonly booking: Pick<
    Booking,
    'state' | 'arrivesAt' | 'departsAt' | 'finishedAt' | 'transactionId'
  > | null
  readonly line: Pick<PlanLine, 'departsAt' | 'shortfallWh'> | null
  /** Whether the car that charges has all that it needs. */
  readonly hasAll: boolean
  /** When standing there begins to cost something; null where it never does. */
  readonly idleFeeFrom: Instant | null
  /** The stay's, the latest; null where nothing is billed. */
  readonly bill: Pick<
    Bill,
    | 'state'
    | 'settlement'
    | 'currency'
    | 'dueMinor'
    | 'paidMinor'
    | 'heldMinor'
    | 'revision'
    | 'finalAt'
  > | null
  /** Of the bill. */
  readonly payments: readonly Pick<Payment, 'id' | 'means' | 'state' | 'capturedMinor' | 'paidAt'>[]
  readonly refunds: readonly Pick<
    Refund,
    'id' | 'paymentId' | 'state' | 'createdAt' | 'updatedAt'
  >[]
  /** How the booking's window and place were changed, the first first. */
  readonly changes: readonly WindowChange[]
  /** The change that the driver was told of last; 0 where there was none. */
  readonly toldUpTo: number
  readonly now: Instant
}

/** Something that a driver is to be told, once. */
export interface DueMessage {
  readonly template: MessageTemplate
  /** What sets it apart from another of the same template and visit. */
  readonly occasion: string
  /** When it came to be so. */
  readonly at: Instant
  /** For so long it has to stay so before it is told, ms. */
  readonly settlesMs: number
}

/** So long before standing there costs something its driver is told. */
export const IDLE_NOTICE_MS = 15 * MINUTE

/** What came to be so longer ago is no news: a hub that was off for days tells nobody of it. */
const NEWS_MS = DAY

/** A person who drags a booking about is let finish. */
const CHANGE_SETTLES_MS = 2 * MINUTE

/** A plan that wavers is let settle. */
const LATE_SETTLES_MS = 5 * MINUTE

/** A hold on a card is taken first. */
const REST_SETTLES_MS = 5 * MINUTE

/** A car that lacks less is as good as ready. */
const WORTH_TELLING_WH = 500

/** Ahead of an arrival that is further off the plan may change many times. */
const LATE_AHEAD_MS = 12 * HOUR

/** Whether it came to be so lately enough to be told. */
export function isNews({ at }: DueMessage, now: Instant): boolean {
  return now - at < NEWS_MS
}

/**
 * What a driver is to be told as things are. It says the same for as long as they stay so: whoever asks sends each occasion
 * once, and drops what isn't in it any more. Empty where there is no way to write to them.
 */
export function dueMessages(facts: MessageFacts): DueMessage[] {
  const { phone, email } = facts.visit
  if (phone === '' && email === '') return []
  return [...ofVisit(facts), ...ofStay(facts), ...ofMoney(facts)]
}

const due = (
  template: MessageTemplate,
  occasion: string | number,
  at: Instant,
  settlesMs = 0,
): DueMessage => ({ template, occasion: String(occasion), at, settlesMs })

const ENDS: Partial<Record<VisitEnd, MessageTemplate>> = {
  notPaid: 'notPaid',
  byDesk: 'cancelled',
  inVain: 'inVain',
}

function ofVisit(facts: MessageFacts): DueMessage[] {
  const { visit, booking, now } = facts
  const { state, since, holdUntil, endReason } = visit
  switch (state) {
    case 'waiting':
    case 'unpaid':
      return []
    case 'offered':
      return holdUntil === null || now >= holdUntil ? [] : [due('placeFree', holdUntil, since)]
    case 'agreed': {
      if (booking === null || booking.departsAt <= now) return []
      const change = unseenChange(facts.changes, facts.toldUpTo)
      return [
        due('confirmed', '', since),
        ...(change === null ? [] : [due('changed', change.id, change.at, CHANGE_SETTLES_MS)]),
      ]
    }
    case 'over': {
      const template = endReason === null ? undefined : ENDS[endReason]
      return template === undefined ? [] : [due(template, '', since)]
    }
  }
}

function ofStay(facts: MessageFacts): DueMessage[] {
  const { visit, booking, line, now } = facts
  if (visit.state !== 'agreed' || booking === null) return []
  const { state, departsAt } = booking
  if (state === 'finished' || facts.hasAll) return readyOf(facts, booking)
  const isComing = state === 'confirmed' && booking.arrivesAt - now < LATE_AHEAD_MS
  const isThere = state === 'arrived' || state === 'charging'
  if (!isComing && !isThere) return []
  const isLate = line !== null && line.shortfallWh >= WORTH_TELLING_WH && now < departsAt
  return isLate ? [due('late', line.departsAt, now, LATE_SETTLES_MS)] : []
}

/** Where the fee is as near as its notice, the notice says that it is ready too. */
function readyOf(
  { idleFeeFrom, now }: MessageFacts,
  { finishedAt, transactionId }: NonNullable<MessageFacts['booking']>,
): DueMessage[] {
  const at = finishedAt ?? now
  const occasion = transactionId ?? ''
  if (idleFeeFrom === null || finishedAt === null) return [due('ready', occasion, at)]
  const noticeAt = idleFeeFrom - IDLE_NOTICE_MS
  const notice = now < noticeAt ? [] : [due('idleFeeSoon', occasion, Math.max(at, noticeAt))]
  return noticeAt <= at ? notice : [due('ready', occasion, at), ...notice]
}

function ofMoney(facts: MessageFacts): DueMessage[] {
  const { visit, bill, payments } = facts
  const found = refundsOf(facts)
  if (bill === null || bill.state !== 'final' || bill.finalAt === null) return found
  if (bill.settlement !== 'pay') return found
  const paid = payments.filter(({ capturedMinor }) => capturedMinor > 0)
  const last = paid.toSorted((one, other) => (one.paidAt ?? 0) - (other.paidAt ?? 0)).at(-1)
  const isAsked = bill.dueMinor > 0 && !isTrifle(bill, visit.pays)
  if (!isAsked && bill.dueMinor >= 0 && bill.paidMinor > 0 && last !== undefined)
    found.push(due('receipt', last.id, Math.max(bill.finalAt, last.paidAt ?? 0)))
  const isComing = bill.heldMinor > 0 || payments.some(({ state }) => COMING.has(state))
  if (isAsked && !isComing) found.push(due('payRest', bill.revision, bill.finalAt, REST_SETTLES_MS))
  return found
}

const COMING: ReadonlySet<Payment['state']> = new Set([
  'processing',
  'held',
  'capturing',
  'unknown',
])

/** Cash was handed over, and what goes back with a visit that came to nothing is told with that. */
function refundsOf({ visit, payments, refunds }: MessageFacts): DueMessage[] {
  const isToldWithEnd = visit.endReason === 'byDesk' || visit.endReason === 'notPaid'
  return refunds
    .filter(({ state }) => givenRefunds.has(state))
    .filter(({ createdAt }) => !isToldWithEnd || createdAt > visit.since + MINUTE)
    .filter(({ paymentId }) => {
      const means = payments.find(({ id }) => id === paymentId)?.means
      return means !== undefined && stripeMeans.has(means)
    })
    .map(({ id, updatedAt }) => due('refund', id, updatedAt))
}
