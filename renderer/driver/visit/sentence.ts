import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import { type Instant, MINUTE } from '../../../shared/time/instant.ts'
import { placeWords } from '../wish/offer-card.tsx'
import type { Says } from '../words/words.ts'

/** `act` it is the driver's turn; `wait` others', or the site's; `good` all goes well; `bad` something is wrong. */
export type SentenceTone = 'calm' | 'good' | 'wait' | 'act' | 'bad' | 'done'

/** A visit as one large sentence, and what to know about it. */
export interface Sentence {
  /** What it says, whatever the times in it: read out when it changes. */
  readonly key: string
  readonly tone: SentenceTone
  readonly title: string
  readonly says: string
}

/** So long before its time a place is as good as there. */
const SOON_MS = 10 * MINUTE

/** @param isBackFromPaying the payer has just come back from Stripe's page, of which the hub may hear a moment later */
export function sentenceOf(
  view: VisitView,
  now: Instant,
  says: Says,
  isBackFromPaying: boolean,
): Sentence {
  switch (view.state) {
    case 'waiting':
      return inLine(view, says)
    case 'offered': {
      const say = says.words.visit.state
      const until = says.format.clock(view.holdUntil ?? now)
      return { key: 'offered', tone: 'act', title: say.offered(until), says: say.offeredSays }
    }
    case 'unpaid':
      return unpaid(view, now, says, isBackFromPaying)
    case 'agreed':
      return agreed(view, now, says)
    case 'over':
      return over(view, says)
  }
}

function inLine({ line, phone, email }: VisitView, { words }: Says): Sentence {
  const say = words.visit.state
  const isTold = phone !== '' || email !== ''
  const told = isTold ? say.inLineTold : say.inLineUntold
  return {
    ...{ key: `line ${line?.position ?? ''}`, tone: 'wait' },
    title: line === null ? say.inLineSomewhere : say.inLine(line.position),
    says: line === null ? told : `${say.inLineSays(line.of)} ${told}`,
  }
}

function unpaid(view: VisitView, now: Instant, { words, format }: Says, isBack: boolean): Sentence {
  const say = words.visit.state
  const until = format.clock(view.holdUntil ?? now)
  const state = view.payment?.state
  if (state === 'unknown')
    return { key: 'unknownPay', tone: 'wait', title: say.unknownPay, says: say.unknownPaySays }
  const isUnderWay = state === 'processing' || state === 'capturing' || state === 'paid'
  if (isUnderWay || state === 'held' || (isBack && state === 'open'))
    return { key: 'confirming', tone: 'wait', title: say.confirming, says: say.confirmingSays }
  if (state === 'failed' || state === 'cancelled' || state === 'expired')
    return { key: 'payFailed', tone: 'bad', title: say.payFailed(until), says: say.payFailedSays }
  return { key: 'held', tone: 'act', title: say.held(until), says: say.heldSays }
}

function agreed(view: VisitView, now: Instant, says: Says): Sentence {
  const { words, format } = says
  const say = words.visit.state
  const { charge, idle, place, arrivesAt, departsAt } = view
  if (idle !== null || view.bookingState === 'finished') {
    const feeFrom = idle?.feeFrom ?? null
    const isCosting = feeFrom !== null && feeFrom <= now
    const told =
      feeFrom === null
        ? say.chargedSays
        : isCosting
          ? say.idleSince(format.moment(feeFrom, now))
          : say.idleFrom(format.moment(feeFrom, now))
    return {
      ...{ key: isCosting ? 'idleCosts' : 'charged', tone: 'act' },
      ...{ title: say.charged, says: told },
    }
  }
  if (charge !== null) return charging(view, charge, now, says)
  if (view.failure !== null)
    return {
      ...{ key: `failure ${view.failure}`, tone: 'bad' },
      ...{ title: say.stuck, says: words.visit.failure[view.failure] },
    }
  if (view.may.includes('start'))
    return { key: 'pluggedIn', tone: 'act', title: say.pluggedIn, says: say.pluggedInSays }
  if (view.isPluggedIn || view.bookingState === 'arrived')
    return { key: 'starting', tone: 'wait', title: say.starting, says: say.startingSays }
  const name = place?.name ?? ''
  if (view.expectedAt !== null && view.expectedAt > now)
    return {
      ...{ key: 'expected', tone: 'calm' },
      ...{ title: say.expected(format.moment(view.expectedAt, now)), says: say.expectedSays },
    }
  if (arrivesAt !== null && departsAt !== null && arrivesAt > now + SOON_MS)
    return view.isFlexible
      ? {
          ...{ key: 'booked', tone: 'good', says: say.bookedFlexibleSays },
          title: say.bookedFlexible(format.moment(departsAt, now)),
        }
      : {
          ...{ key: 'booked', tone: 'good' },
          title: say.booked(format.stretch(arrivesAt, departsAt, now)),
          says: place === null ? '' : say.bookedSays(placeWords(place, says)),
        }
  return {
    ...{ key: 'plugIn', tone: 'act', title: say.plugIn(name) },
    says: view.kind === 'ahead' ? say.plugInPress : say.plugInSays,
  }
}

function charging(
  { departsAt }: VisitView,
  { waits, readyAt }: NonNullable<VisitView['charge']>,
  now: Instant,
  { words, format }: Says,
): Sentence {
  const say = words.visit.state
  const moment = (at: Instant) => format.moment(at, now)
  const end = readyAt ?? departsAt
  switch (waits?.because) {
    case 'plan':
      return {
        ...{ key: 'waitsPlan', tone: 'wait' },
        title: waits.until === null ? say.waitsPlanOpen : say.waitsPlan(moment(waits.until)),
        says: end === null ? say.waitsPlanSaysOpen : say.waitsPlanSays(moment(end)),
      }
    case 'car':
      return { key: 'waitsCar', tone: 'wait', title: say.waitsCar, says: say.waitsCarSays }
    case 'charger':
      return {
        ...{ key: 'waitsCharger', tone: 'wait' },
        ...{ title: say.waitsCharger, says: say.waitsChargerSays },
      }
    default:
      break
  }
  if (readyAt !== null && readyAt <= now)
    return { key: 'reached', tone: 'good', title: say.reached, says: say.chargingSays }
  return {
    ...{ key: 'charging', tone: 'good', says: say.chargingSays },
    title:
      readyAt === null ? say.chargingOpen(moment(departsAt ?? now)) : say.charging(moment(readyAt)),
  }
}

function over({ endReason, money, charge, may, pays }: VisitView, says: Says): Sentence {
  const { words, format } = says
  const say = words.visit.state
  if (money !== null && money.dueMinor > 0 && !money.isTrifle && money.settlement === 'pay')
    return {
      ...{ key: 'duePay', tone: 'act' },
      title: say.duePay(format.money(money.dueMinor, money.currency)),
      says: may.includes('pay') || pays === 'online' ? say.duePaySays : say.duePayDesk,
    }
  switch (endReason) {
    case null:
    case 'done':
      return {
        ...{ key: 'done', tone: 'done', title: say.done },
        says: charge === null ? '' : say.doneSays(format.kWh(charge.energyWh)),
      }
    default: {
      const isTheirs = endReason === 'cancelled'
      return {
        ...{ key: endReason, tone: isTheirs ? 'done' : 'bad' },
        ...{ title: say[endReason], says: say[`${endReason}Says`] },
      }
    }
  }
}
