import type { VisitState } from '../../../shared/domain/visit/visit.ts'
import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import { usualPrice } from './sites.ts'

const ID = '01931c9e-7d00-7000-8000-00000000000'
const place = {
  ...{ code: 'A00001', name: 'A2', maxPowerW: 22_000 },
  ...({ standard: 'IEC_62196_T2', powerType: 'AC_3_PHASE' } as const),
}

/** A booking for this evening, paid, of a car that is to come. */
function booked(now: Instant): VisitView {
  const arrivesAt = Math.ceil((now + 2 * HOUR) / HOUR) * HOUR
  const departsAt = arrivesAt + 2 * HOUR
  return {
    ...{ id: `${ID}1`, kind: 'ahead', state: 'agreed', endReason: null, isFlexible: false },
    wish: {
      need: { kind: 'energy', energyWh: 18_400 },
      arrivesFrom: arrivesAt,
      departsBy: departsAt,
    },
    ...{ plate: 'ABC 123', phone: '070-123 45 67', email: '', language: 'en', pays: 'online' },
    ...{ holdUntil: null, expectedAt: null, expiresAt: now + 30 * DAY, now },
    ...{ siteName: 'Norra garaget', timeZone: 'Europe/Stockholm', mode: 'live', revision: 3 },
    ...{ bookingState: 'confirmed', place, arrivesAt, departsAt, needWh: 18_400, failure: null },
    ...{ isPluggedIn: false, charge: null, idle: null, line: null, lapsesAt: null },
    money: {
      ...{ currency: 'SEK', settlement: 'pay', isFinal: false, estimatedMinor: 8_280 },
      ...{ soFarMinor: 0, paidMinor: 4_140, dueMinor: 4_140, depositMinor: 4_140 },
      isTrifle: false,
      ...{
        lines: [{ kind: 'energy', quantity: 18.4, unit: 'kWh', inclMinor: 8_280 }],
        refunds: [],
      },
    },
    payment: null,
    cancelling: { freeUntil: arrivesAt - HOUR, feeMinor: 0 },
    ...{ may: ['change', 'cancel', 'late'], words: usualPrice, receipts: [] },
  }
}

/** The same while it charges: begun 50 minutes ago, with an hour to go. */
function charging(now: Instant): VisitView {
  const startedAt = now - 50 * MINUTE
  const curve = Array.from({ length: 50 }, (_, at): [Instant, number] => [
    startedAt + at * MINUTE,
    at < 2 ? at * 5_000 : at > 20 && at < 27 ? 4_200 : 10_600 + (at % 5) * 90,
  ])
  const view = booked(now)
  return {
    ...view,
    ...{ bookingState: 'charging', isPluggedIn: true, arrivesAt: startedAt - 4 * MINUTE },
    ...{ departsAt: now + 2 * HOUR, cancelling: null, may: ['change', 'stop'] },
    charge: {
      ...{ startedAt, powerW: 10_820, sampledAt: now - 20_000, energyWh: 7_840, socPct: null },
      ...{ readyAt: now + 61 * MINUTE, waits: null, curve },
    },
    money: view.money && { ...view.money, soFarMinor: 3_528 },
  }
}

function asked(
  now: Instant,
  state: 'requested' | 'open',
  payUrl: string | null,
): VisitView['payment'] {
  return { id: `${ID}2`, state, amountMinor: 4_140, payUrl, expiresAt: now + 30 * MINUTE }
}

function unpaid(now: Instant): VisitView {
  const view = booked(now)
  return {
    ...view,
    ...{
      state: 'unpaid',
      holdUntil: now + 14 * MINUTE,
      may: ['pay', 'cancel'],
      bookingState: 'requested',
    },
    money: view.money && { ...view.money, paidMinor: 0, dueMinor: 8_280 },
    payment: asked(now, 'open', '/pay'),
  }
}

function inLine(now: Instant, state: VisitState): VisitView {
  return {
    ...booked(now),
    ...{ kind: 'now', state, may: ['leaveLine'], place: null, arrivesAt: null, departsAt: null },
    ...{ bookingState: null, revision: null, money: null, words: null, cancelling: null },
    ...{ needWh: null, line: { position: 2, of: 3 }, phone: '' },
  }
}

function over(now: Instant, endReason: NonNullable<VisitView['endReason']>): VisitView {
  const view = booked(now)
  const [arrivesAt, departsAt] = [now - 4 * HOUR, now - 2 * HOUR]
  return {
    ...view,
    ...{ state: 'over', endReason, bookingState: 'cancelled', may: [], cancelling: null },
    ...{ arrivesAt, departsAt, money: null, words: null },
  }
}

function done(now: Instant): VisitView {
  const view = charging(now)
  return {
    ...view,
    ...{ state: 'over', endReason: 'done', bookingState: 'left', isPluggedIn: false, may: [] },
    charge: view.charge && { ...view.charge, powerW: 0, energyWh: 16_240, readyAt: null },
    money: view.money && {
      ...view.money,
      ...{ isFinal: true, estimatedMinor: 7_308, soFarMinor: 7_308, paidMinor: 7_308, dueMinor: 0 },
      lines: [
        { kind: 'energy', quantity: 16.24, unit: 'kWh', inclMinor: 6_808 },
        { kind: 'parking', quantity: 0.08, unit: 'h', inclMinor: 500 },
      ],
      refunds: [{ id: `${ID}4`, amountMinor: 972, state: 'succeeded', at: now - HOUR }],
    },
    receipts: [
      { path: '/r/one', number: 1_207, kind: 'receipt', amountMinor: 8_280, at: now - 2 * HOUR },
      { path: '/r/two', number: 1_208, kind: 'refund', amountMinor: 972, at: now - HOUR },
    ],
  }
}

type Make = (now: Instant) => VisitView

const waits =
  (because: 'plan' | 'car' | 'charger', until: number | null): Make =>
  (now) => {
    const view = charging(now)
    const { charge } = view
    return {
      ...view,
      charge: charge && {
        ...{ ...charge, powerW: 0, waits: { because, until: until === null ? null : now + until } },
        readyAt: now + 5 * HOUR,
      },
    }
  }

const standing =
  (feeFrom: number | null): Make =>
  (now) => ({
    ...charging(now),
    ...{ bookingState: 'finished', may: [] },
    idle: { since: now - 12 * MINUTE, feeFrom: feeFrom === null ? null : now + feeFrom },
  })

const payment =
  (state: NonNullable<VisitView['payment']>['state']): Make =>
  (now) => {
    const view = unpaid(now)
    return { ...view, payment: view.payment && { ...view.payment, state, payUrl: null } }
  }

/** A visit in each of its states, by name. */
export const visits: Readonly<Record<string, Make>> = {
  waiting: (now) => inLine(now, 'waiting'),
  offered: (now) => ({
    ...booked(now),
    ...{ kind: 'now', state: 'offered', holdUntil: now + 12 * MINUTE, may: ['claim', 'leaveLine'] },
    ...{ arrivesAt: now, departsAt: now + 2 * HOUR, cancelling: null, bookingState: 'requested' },
  }),
  unpaid,
  opening: (now) => ({ ...unpaid(now), payment: asked(now, 'requested', null) }),
  payFailed: payment('failed'),
  processing: (now) => ({ ...payment('processing')(now), may: [] }),
  unknownPay: (now) => ({ ...payment('unknown')(now), may: [] }),
  booked,
  practice: (now) => ({ ...booked(now), mode: 'practice' }),
  bookedFlexible: (now) => ({ ...booked(now), isFlexible: true, departsAt: now + 13 * HOUR }),
  atDesk: (now) => ({ ...booked(now), pays: 'atDesk', mode: 'none' }),
  costsToCancel: (now) => ({
    ...booked(now),
    ...{ arrivesAt: now + 25 * MINUTE, cancelling: { freeUntil: now - HOUR, feeMinor: 5_000 } },
  }),
  expected: (now) => ({ ...booked(now), arrivesAt: now, expectedAt: now + 30 * MINUTE }),
  plugIn: (now) => ({ ...booked(now), arrivesAt: now - 3 * MINUTE, departsAt: now + 2 * HOUR }),
  pluggedIn: (now) => ({
    ...booked(now),
    ...{ bookingState: 'arrived', isPluggedIn: true, arrivesAt: now, may: ['start', 'change'] },
  }),
  starting: (now) => ({
    ...booked(now),
    ...{ bookingState: 'arrived', isPluggedIn: true, arrivesAt: now, may: ['cancel'] },
  }),
  stuck: (now) => ({
    ...booked(now),
    ...{ kind: 'now', failure: 'chargerOffline', isPluggedIn: true, arrivesAt: now },
  }),
  charging,
  charging2: (now) => ({
    ...charging(now),
    needWh: null,
    wish: { ...booked(now).wish, need: { kind: 'full' } },
  }),
  waitsPlan: waits('plan', 3 * HOUR),
  waitsCar: waits('car', null),
  waitsCharger: waits('charger', null),
  lapse: (now) => ({
    ...charging(now),
    ...{ lapsesAt: now + 14 * MINUTE, may: ['pay', 'change', 'stop'] },
    payment: asked(now, 'open', '/pay'),
  }),
  charged: standing(8 * MINUTE),
  idleCosts: standing(-4 * MINUTE),
  duePay: (now) => {
    const view = done(now)
    return {
      ...{ ...view, may: ['pay'] },
      money: view.money && { ...view.money, paidMinor: 4_140, dueMinor: 3_168, refunds: [] },
    }
  },
  trifle: (now) => {
    const view = done(now)
    return {
      ...view,
      money: view.money && {
        ...{ ...view.money, paidMinor: 7_300, dueMinor: 8, refunds: [], isTrifle: true },
      },
    }
  },
  done,
  cancelled: (now) => over(now, 'cancelled'),
  byDesk: (now) => over(now, 'byDesk'),
  notPaid: (now) => over(now, 'notPaid'),
  notClaimed: (now) => over(now, 'notClaimed'),
  noShow: (now) => over(now, 'noShow'),
  inVain: (now) => ({ ...inLine(now, 'over'), endReason: 'inVain', may: [], line: null }),
}

/** What there is instead of a visit, by name: the answer's status. */
export const troubles: Readonly<Record<string, number>> = {
  ...{ gone: 404, broken: 500, tooMany: 429, down: 503 },
}
