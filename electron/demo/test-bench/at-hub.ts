import { setTimeout as pause } from 'node:timers/promises'
import { runChargePoint } from '../charge-point.ts'
import type { ChargePoint } from '../charge-point.ts'
import { demoDepot } from '../depot.ts'
import type { Habit } from '../habit.ts'
import { hubDouble } from '../hub-double.ts'
import type { Heard, HubDouble } from '../hub-double.ts'
import type { Outlet } from '../outlet.ts'
import { simulationClock } from '../simulation-clock.ts'
import { newStation } from '../station.ts'
import type { Station } from '../station.ts'

const AC: Outlet = { kind: 'ac', phases: 3, maxCurrentA: 16 }
const SECOND_MS = 1_000
const SPEED = 60
const { drivers } = demoDepot('test')
export const PASSWORD = 'a password long enough'

/** A hub double and, once it is plugged in, one station of one outlet at the other end of the wire. */
export type AtHub = {
  readonly hub: HubDouble
  readonly station: Station
  /** The station's idea of real time, moved by hand: the cars' hours pass without waiting. */
  readonly now: number
  /** Runs the station; a car comes to it at once and stays two hours, or never does. */
  plugIn: (habit: Habit, arrives: boolean) => Promise<void>
  passSecond: () => void
  /** Lets the station live second by second until the hub has heard that many of an action. */
  hearing: (action: string, count?: number) => Promise<Heard[]>
  /** The statuses the hub was told, in the order they came. */
  reported: () => unknown[]
  close: () => void
}

export async function atHub(): Promise<AtHub> {
  const hub = await hubDouble(PASSWORD)
  let running: ChargePoint | null = null
  let station: Station | null = null
  let now = 0
  const wire: AtHub = {
    hub,
    get station() {
      if (station === null) throw new Error('no station is plugged in')
      return station
    },
    get now() {
      return now
    },
    async plugIn(habit, arrives) {
      now = Date.now()
      const spec = {
        chargePointId: 'T-1',
        name: 'T',
        zone: '',
        password: PASSWORD,
        habit,
        outlets: [AC],
      }
      station = newStation(spec, simulationClock(SPEED, now), now, () => drivers)
      const [connector] = station.connectors
      if (connector === undefined) throw new Error('no connector')
      const arrivesAt = arrives ? now : now + 1e12
      const leavesAt = arrivesAt + 2 * 3_600_000
      const car = { ...connector.next.car, storedWh: 10_000, targetWh: 40_000, capacityWh: 60_000 }
      station.connectors = [
        { ...connector, next: { car, idTag: 'CARD', arrivesAt, leavesAt, starts: 'card' } },
      ]
      running = runChargePoint(station, hub.ocpp, now)
      await wire.hearing('StatusNotification')
    },
    passSecond() {
      now += SECOND_MS
      running?.tick(now)
    },
    async hearing(action, count = 1) {
      for (let tick = 0; tick < 5_000; tick += 1) {
        const heard = hub.heard.filter((call) => call.action === action)
        if (heard.length >= count) return heard
        wire.passSecond()
        await pause(2)
      }
      throw new Error(`${action} was not heard ${count} times`)
    },
    reported() {
      const calls = hub.heard.filter(({ action }) => action === 'StatusNotification')
      return calls.map(({ payload }) => Object(payload).status)
    },
    close() {
      running?.end()
      hub.close()
    },
  }
  return wire
}
