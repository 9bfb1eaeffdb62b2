import type { OCPP16 } from 'typed-ocpp'
import { charge, drawW } from './car.ts'
import type { Car } from './car.ts'
import type { Outlet } from './outlet.ts'
import { fits } from './reservation.ts'
import type { Reservation } from './reservation.ts'
import type { Allowance } from './smart-charging/allowance.ts'
import { isHeldBack } from './smart-charging/limited.ts'
import type { Visit } from './visit.ts'

export type Status = OCPP16.StatusNotificationRequest['status']
export type StopReason = NonNullable<OCPP16.StopTransactionRequest['reason']>

/** A session as the station knows it. `key` is the station's own name for it, before any answer. */
export type Session = {
  key: string
  idTag: string
  meterStartWh: number
  /** The reservation it used, if the connector was held. */
  reservationId: number | null
  /** Real time, epoch ms: what the protocol's timestamps say. */
  startedAt: number
}

/** A plugged-in car and how far its driver has come. Times on the simulated clock (ms). */
export type Guest = {
  car: Car
  idTag: string
  cardAt: number | null
  leavesAt: number
  card: 'unseen' | 'shown' | 'refused' | 'used'
  /** Started from afar: the card was never shown here. */
  remote: boolean
  /** The car was paused, is of those that don't charge on after that, and so draws nothing any more. */
  asleep: boolean
}

/** One connector: what stands there, what its meter says, what its operator told it. */
export type Connector = {
  id: number
  outlet: Outlet
  /** The meter's register, never going down; fractions of a Wh kept. */
  registerWh: number
  operative: boolean
  fault: { errorCode: OCPP16.StatusNotificationRequest['errorCode']; until: number } | null
  guest: Guest | null
  session: Session | null
  /** A remote start waiting for a cable, and until when (simulated ms). */
  expected: { idTag: string; until: number } | null
  reservation: Reservation | null
  /** What its charging profiles let it draw now; null where they say nothing, or the make doesn't care. */
  allowance: Allowance | null
  next: Visit
}

/** What a connector wants done by its station. */
export type Wish =
  | { kind: 'authorize'; idTag: string; remote: boolean }
  | { kind: 'start'; session: Session }
  | { kind: 'stop'; session: Session; reason: StopReason; meterStopWh: number }
  | { kind: 'freed' }

export type Outcome = { connector: Connector; wishes: Wish[] }

const MINUTE_MS = 60_000
/** A driver finds the card this long after plugging in, and drives off this long after stopping. */
const CARD_AFTER_MS = 20_000
const UNPLUG_AFTER_MS = 90_000
/** One that was refused, or that nobody started, gives up after a while. */
const GIVE_UP_MS = 2 * MINUTE_MS

/** A free, working connector with a register that has counted before. */
export function idleConnector(
  id: number,
  outlet: Outlet,
  registerWh: number,
  next: Visit,
): Connector {
  return {
    id,
    outlet,
    registerWh,
    operative: true,
    fault: null,
    guest: null,
    session: null,
    expected: null,
    reservation: null,
    allowance: null,
    next,
  }
}

/** The power the connector gives now, in W. */
export function powerW(connector: Connector): number {
  const { guest, outlet, session, allowance } = connector
  if (guest === null || session === null || guest.asleep) return 0
  return drawW(guest.car, outlet, allowance)
}

/** The state the connector is in, in OCPP 1.6's words (§4.9). */
export function statusOf(connector: Connector): Status {
  if (connector.fault !== null) return 'Faulted'
  if (connector.session !== null) {
    if (isHeldBack(connector)) return 'SuspendedEVSE'
    return powerW(connector) > 0 ? 'Charging' : 'SuspendedEV'
  }
  if (!connector.operative) return 'Unavailable'
  if (connector.guest !== null) return connector.guest.card === 'used' ? 'Finishing' : 'Preparing'
  if (connector.expected !== null) return 'Preparing'
  return connector.reservation !== null ? 'Reserved' : 'Available'
}

/** How a make's stations take part in the depot's life. */
export type Manner = {
  /** Why it says a session ended when the driver leaves. */
  leaveReason: StopReason
  /** The share of the energy taken that the register counts; 1 is what a meter does. */
  counted: number
}

/** Lets `elapsedMs` of simulated time pass up to `now`: energy flows, drivers come and go. */
export function pass(
  connector: Connector,
  now: number,
  elapsedMs: number,
  manner: Manner,
): Outcome {
  const recovered = connector.fault !== null && connector.fault.until <= now
  const waited = connector.expected !== null && connector.expected.until <= now
  const present = {
    ...connector,
    fault: recovered ? null : connector.fault,
    expected: waited ? null : connector.expected,
  }
  const { guest } = present
  if (guest === null) return { connector: arrive(present, now), wishes: [] }
  if (present.session !== null) return occupy(present, guest, now, elapsedMs, manner)
  if (guest.leavesAt <= now) {
    return { connector: { ...present, guest: null }, wishes: [{ kind: 'freed' }] }
  }
  const shows = guest.card === 'unseen' && guest.cardAt !== null && guest.cardAt <= now
  if (!shows || present.fault !== null || !present.operative) {
    return { connector: present, wishes: [] }
  }
  return {
    connector: { ...present, guest: { ...guest, card: 'shown' } },
    wishes: [{ kind: 'authorize', idTag: guest.idTag, remote: guest.remote }],
  }
}

function arrive(connector: Connector, now: number): Connector {
  const { next, expected, operative, fault } = connector
  if (next.arrivesAt > now || !operative || fault !== null) return connector
  const stayMs = next.leavesAt - next.arrivesAt
  const shows = next.starts === 'card' || expected !== null
  const guest: Guest = {
    car: next.car,
    idTag: expected?.idTag ?? next.idTag,
    cardAt: shows ? now + (expected === null ? CARD_AFTER_MS : 0) : null,
    leavesAt: now + Math.max(stayMs, GIVE_UP_MS),
    card: 'unseen',
    remote: expected !== null,
    asleep: false,
  }
  return { ...connector, guest, expected: null }
}

function occupy(
  connector: Connector,
  guest: Guest,
  now: number,
  elapsedMs: number,
  manner: Manner,
): Outcome {
  const { car, meteredWh } = guest.asleep
    ? { car: guest.car, meteredWh: 0 }
    : charge(guest.car, connector.outlet, elapsedMs, connector.allowance)
  const charged = {
    ...connector,
    guest: { ...guest, car },
    registerWh: connector.registerWh + meteredWh * manner.counted,
  }
  return guest.leavesAt <= now
    ? stop(charged, now, manner.leaveReason)
    : { connector: charged, wishes: [] }
}

/**
 * Ends the session, if there is one: the register stands still from here, the driver unplugs soon.
 * Without a session nothing changes.
 */
export function stop(connector: Connector, now: number, reason: StopReason): Outcome {
  const { session, guest } = connector
  if (session === null || guest === null) return { connector, wishes: [] }
  const leavesAt = now + UNPLUG_AFTER_MS
  return {
    connector: {
      ...connector,
      session: null,
      guest: { ...guest, card: 'used', leavesAt },
    },
    wishes: [{ kind: 'stop', session, reason, meterStopWh: Math.round(connector.registerWh) }],
  }
}

/**
 * Takes a remote start, or gives null where the connector can't: then the answer is Rejected.
 * A plugged-in car starts at once; a free connector waits for one, which is on its way.
 * @param arrivesAt when that car comes, `until` how long it is waited for (simulated ms)
 */
export function remoteStart(
  connector: Connector,
  idTag: string,
  arrivesAt: number,
  until: number,
): Outcome | null {
  const { guest, next } = connector
  if (!fits(connector.reservation, idTag, null)) return null
  if (isStartable(connector) && guest !== null && guest.card !== 'shown') {
    const shown: Guest = { ...guest, idTag, card: 'shown', remote: true }
    return {
      connector: { ...connector, guest: shown },
      wishes: [{ kind: 'authorize', idTag, remote: true }],
    }
  }
  if (!isVacant(connector)) return null
  const stayMs = next.leavesAt - next.arrivesAt
  const sooner = { ...next, arrivesAt, leavesAt: arrivesAt + stayMs }
  return { connector: { ...connector, expected: { idTag, until }, next: sooner }, wishes: [] }
}

/** Starts a session for the plugged-in car; nothing happens where none may start. */
export function start(
  connector: Connector,
  session: Omit<Session, 'meterStartWh' | 'reservationId'>,
): Outcome {
  const { guest } = connector
  if (guest === null || guest.idTag !== session.idTag || !isStartable(connector)) {
    return { connector, wishes: [] }
  }
  const opened = {
    ...session,
    meterStartWh: Math.round(connector.registerWh),
    reservationId: connector.reservation?.id ?? null,
  }
  return {
    connector: { ...connector, session: opened, reservation: null },
    wishes: [{ kind: 'start', session: opened }],
  }
}

/** Whether a car could come: nothing stands there, nothing is wrong. */
export function isVacant(connector: Connector): boolean {
  const status = statusOf(connector)
  return status === 'Available' || status === 'Reserved'
}

/** Whether a session may begin now: a car is plugged in, nothing runs, nothing is wrong. */
export function isStartable(connector: Connector): boolean {
  return (
    connector.guest !== null &&
    connector.session === null &&
    connector.guest.card !== 'used' &&
    connector.operative &&
    connector.fault === null
  )
}

/** The card was refused: the driver goes away soon. */
export function refuse(connector: Connector, idTag: string, now: number): Connector {
  const { guest } = connector
  if (guest === null || guest.card !== 'shown' || guest.idTag !== idTag) return connector
  return { ...connector, guest: { ...guest, card: 'refused', leavesAt: now + GIVE_UP_MS } }
}
