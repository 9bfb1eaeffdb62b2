import { z } from 'zod'
import { flowThrough, PHASE_VOLTAGE_V } from '../../electron/demo/outlet.ts'
import { measurandsOf, sampledValues } from '../../electron/demo/sampled-value.ts'
import { allowanceAt } from '../../electron/demo/smart-charging/allowance.ts'
import { outlived } from '../../electron/demo/smart-charging/profiles.ts'
import { MINUTE, SECOND, toIso } from '../../shared/time/instant.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { commandHandlers } from './commands.ts'
import type { Commanded, Running } from './commands.ts'
import { STEP_MS } from './ledger.ts'
import { lineOf } from './line.ts'
import { flow } from './plugged-in.ts'
import type { Flowed, PluggedIn } from './plugged-in.ts'
import type { DayCar, DayStation } from './scenario.ts'

/** A charger of the day, driven step by step. */
export type Charger = {
  /** Connects, boots, says that it is free. */
  open: () => Promise<void>
  /** Lets a step of ten seconds pass from that instant on; what flowed, and for whom. */
  step: (at: Instant) => { car: DayCar; flowed: Flowed } | null
  /** How many of its messages wait to be answered. */
  waiting: () => number
  close: () => Promise<void>
}

/** What the day writes down of its chargers. */
export type Witness = {
  commanded: (action: string, answer: string) => void
  /** A car drives off with what it got. */
  left: (car: DayCar, guest: PluggedIn) => void
  /** Something that mustn't happen did. */
  trouble: (what: string) => void
}

/** A driver finds the card so long after plugging in. */
const CARD_AFTER_MS = 20 * SECOND
const startAnswer = z.object({ transactionId: z.int() })
const statusAnswer = z.object({ status: z.string() })

type Guest = PluggedIn & {
  car: PluggedIn['car']
  of: DayCar
  cameAt: Instant
  running: Running | null
}

/** @param cars those that come to this charger, in their order */
export function chargerOf(
  station: DayStation,
  cars: readonly DayCar[],
  { ocpp, now, witness }: { ocpp: string; now: () => Instant; witness: Witness },
): Charger {
  const { habit, outlet, chargePointId } = station
  const measurands = measurandsOf(habit.meter)
  // Once a minute, not all in the same moment.
  const measuresAt = (Number(chargePointId.slice(-3)) % 6) * STEP_MS
  const coming = cars.filter(({ comesAt }) => comesAt !== null)
  let registerWh = 1_000_000
  let guest: Guest | null = null
  let told = ''
  let isOpen = false

  const state: Commanded = {
    profiles: [],
    reservation: null,
    running: () => guest?.running ?? null,
  }
  const handlers = commandHandlers(station, state, now)
  const line = lineOf({
    ocpp,
    chargePointId,
    password: station.password,
    thirdParty: station.thirdParty,
    handlers: Object.fromEntries(
      Object.entries(handlers).map(([action, handler]) => [
        action,
        async (payload: unknown) => {
          const answer = await handler(payload)
          witness.commanded(action, statusAnswer.safeParse(answer).data?.status ?? '')
          return answer
        },
      ]),
    ),
    failed: ({ action }, error) => witness.trouble(`${chargePointId} ${action}: ${String(error)}`),
  })

  function status(word: string, at: Instant): void {
    if (word === told) return
    told = word
    const payload = { connectorId: 1, errorCode: 'NoError', status: word, timestamp: toIso(at) }
    line.say({ action: 'StatusNotification', payload: () => payload, kept: false })
  }

  async function open(): Promise<void> {
    isOpen = true
    await line.open()
    const boot = { chargePointVendor: habit.vendor, chargePointModel: habit.model }
    line.say({ action: 'BootNotification', payload: () => boot, kept: false })
    const before = told
    told = ''
    status(before === '' ? 'Available' : before, now())
  }

  function plugIn(car: DayCar, at: Instant): Guest {
    status('Preparing', at)
    return { of: car, car: car.car, meteredWh: 0, asleep: false, cameAt: at, running: null }
  }

  function begin(came: Guest, at: Instant): void {
    const running: Running = { key: came.of.idTag, transactionId: null, startedAt: at }
    came.running = running
    const { reservation } = state
    const isItsOwn = reservation?.idTag.toLowerCase() === came.of.idTag.toLowerCase()
    state.reservation = null
    const payload = {
      connectorId: 1,
      idTag: came.of.idTag,
      meterStart: Math.round(registerWh),
      timestamp: toIso(at),
      ...(reservation !== null && isItsOwn ? { reservationId: reservation.id } : {}),
    }
    line.say({
      action: 'StartTransaction',
      payload: () => payload,
      kept: true,
      answered: (answer) => (running.transactionId = startAnswer.parse(answer).transactionId),
    })
  }

  function leave(gone: Guest, at: Instant): void {
    witness.left(gone.of, gone)
    const { running } = gone
    const meterStop = Math.round(registerWh)
    if (running !== null) {
      line.say({
        action: 'StopTransaction',
        payload: () => ({
          transactionId: running.transactionId ?? -1,
          idTag: gone.of.idTag,
          meterStop,
          timestamp: toIso(at),
          reason: 'EVDisconnected',
        }),
        kept: true,
      })
    }
    status('Finishing', at)
    status('Available', at)
  }

  function measure({ powerW, phases }: Flowed, running: Running, at: Instant): void {
    const reading = {
      registerWh,
      flow: flowThrough(outlet, powerW, phases, PHASE_VOLTAGE_V),
      socPercent: null,
      temperatureC: 20,
    }
    const sampledValue = sampledValues(reading, habit.meter, 'Sample.Periodic', measurands)
    line.say({
      action: 'MeterValues',
      payload: () => ({
        connectorId: 1,
        ...(running.transactionId === null ? {} : { transactionId: running.transactionId }),
        meterValue: [{ timestamp: toIso(at), sampledValue }],
      }),
      kept: true,
    })
  }

  /** Cuts the line and brings it back as the day has it. */
  function keepLine(at: Instant): void {
    if (station.offline === null) return
    const isDown = at >= station.offline.from && at < station.offline.until
    if (isDown && isOpen) {
      isOpen = false
      void line.close()
    } else if (!isDown && !isOpen && at >= station.offline.until) {
      open().catch((error: unknown) => witness.trouble(`${chargePointId}: ${String(error)}`))
    }
  }

  return {
    open,
    step(at) {
      keepLine(at)
      if (state.reservation !== null && state.reservation.until <= at) state.reservation = null
      if (guest !== null && guest.of.departsAt <= at) {
        leave(guest, at)
        guest = null
      }
      const [next] = coming
      if (guest === null && next !== undefined && (next.comesAt ?? Infinity) <= at) {
        coming.shift()
        guest = plugIn(next, at)
      }
      if (guest === null) {
        status(state.reservation === null ? 'Available' : 'Reserved', at)
        return null
      }
      if (guest.running === null && at >= guest.cameAt + CARD_AFTER_MS) begin(guest, at)
      const { running } = guest
      if (running === null) return null
      state.profiles = outlived(state.profiles, new Set([running.key]))
      const obeys = typeof habit.smartCharging !== 'string' && habit.smartCharging.obeys
      const charge = { sessionKey: running.key, startedAt: running.startedAt }
      const allowance = obeys
        ? allowanceAt(state.profiles, { connectorId: 1, outlet, charge }, at, 1)
        : null
      const flowed = flow(guest, outlet, allowance, STEP_MS)
      registerWh += flowed.guest.meteredWh - guest.meteredWh
      guest = { ...guest, ...flowed.guest }
      status(flowed.state, at)
      if ((at - measuresAt) % MINUTE === 0) measure(flowed, running, at + STEP_MS)
      return { car: guest.of, flowed }
    },
    waiting: () => line.waiting(),
    close: () => line.close(),
  }
}
