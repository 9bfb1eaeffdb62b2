import { MINUTE, type Instant } from '../../time/instant.ts'
import { bookingFrom } from '../booking/decide.ts'
import type { Booking } from '../booking/booking.ts'
import type { Command } from '../command/command.ts'
import { walkUpToken } from './token.ts'
import type { WalkUp } from './walk-up.ts'

/** When the walk-ups of tests come: noon in Stockholm. */
export const NOON: Instant = Date.UTC(2026, 5, 1, 10)

const ID = '01890000-0000-7000-8000-00000000aa01'
const STATION = '01890000-0000-7000-8000-000000000001'

/** A walk-up that waits for its money, paid in cash, save for what is told. */
export function aWalkUp(told: Partial<WalkUp> = {}): WalkUp {
  return {
    id: ID,
    billId: '01890000-0000-7000-8000-00000000b111',
    stationId: STATION,
    connectorId: 1,
    plate: 'ABC 123',
    vehicleId: null,
    customerId: null,
    phone: '',
    need: { kind: 'full' },
    pays: 'take',
    means: 'cash',
    paymentId: null,
    idToken: walkUpToken(ID),
    state: 'waitingForPayment',
    failure: null,
    startCommandId: null,
    starts: 0,
    transactionId: null,
    movedFromId: null,
    movedToId: null,
    tillId: null,
    beganBy: 'desk',
    since: NOON,
    chargingAt: null,
    endedAt: null,
    createdAt: NOON,
    updatedAt: NOON,
    ...told,
  }
}

/** Its booking, confirmed, save for what is told. */
export function itsBooking(told: Partial<Booking> = {}): Booking {
  const plan = {
    ...{ stationId: STATION, connectorId: 1, arrivesAt: NOON, departsAt: NOON + 180 * MINUTE },
    ...({ latestDepartsAt: null, flexibility: 'fixed', need: null, vehicleId: null } as const),
    ...{ customerId: null, plate: 'ABC 123', idToken: walkUpToken(ID), note: '' },
    priority: 'normal' as const,
  }
  const made = {
    id: ID,
    state: 'confirmed',
    origin: 'walkUp',
    reservationId: 1,
    now: NOON,
  } as const
  return { ...bookingFrom(plan, made), ...told }
}

/** A RemoteStartTransaction that the charger said yes to, save for what is told. */
export function aStart(told: Partial<Command> = {}): Command {
  return {
    id: '01890000-0000-7000-8000-00000000c001',
    stationId: STATION,
    action: 'RemoteStartTransaction',
    payload: { idTag: walkUpToken(ID), connectorId: 1 },
    state: 'answered',
    answer: { status: 'Accepted' },
    failure: null,
    requestedBy: 'desk',
    requestedAt: NOON,
    sentAt: NOON,
    endedAt: NOON,
    ...told,
  }
}
