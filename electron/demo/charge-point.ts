import { z } from 'zod'
import { replyTo } from './command.ts'
import type { Actions } from './command.ts'
import { countOf } from './configuration.ts'
import { pass, statusOf } from './connector.ts'
import { openLink } from './link.ts'
import type { Reply } from './link.ts'
import { between, chance, waiting } from './random.ts'
import { reportMeter, reportStatus, reportStatuses } from './report.ts'
import { expireReservations } from './reserve.ts'
import { carryOut, sendQueue, stopSession } from './session.ts'
import { allowanceAt } from './smart-charging/allowance.ts'
import { limited } from './smart-charging/limited.ts'
import { outlived } from './smart-charging/profiles.ts'
import { isServed, replaceConnector, statuses } from './station.ts'
import type { Station } from './station.ts'

/** A running charge point. `tick` drives it; once a second is enough. */
export type ChargePoint = { tick: (realNow: number) => void; end: () => void }

const bootAnswer = z.object({
  status: z.enum(['Accepted', 'Pending', 'Rejected']),
  interval: z.number().min(0),
})
const RESTART_MS = { Hard: 4_000, Soft: 2_000 }
const BOOT_RETRY_MS = 10_000
const NEW_KEY_MS = 1_000

/**
 * Connects a station to the hub and keeps it there: boots, beats, reports, answers, reconnects.
 * @param ocpp the hub's OCPP address, without the charge point id
 */
export function runChargePoint(station: Station, ocpp: string, realNow: number): ChargePoint {
  const { habit, chargePointId } = station.spec
  const timers = new Set<NodeJS.Timeout>()
  let ended = false
  let sending = false
  let tried = 0
  let tickedAt = realNow
  let beatAt = realNow
  let beatEveryMs = 300_000
  let sampledAt = realNow
  let repeatedAt = realNow
  let dropsAt = nextDrop(station, realNow)

  function later(afterMs: number, act: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      if (!ended) act()
    }, afterMs)
    timers.add(timer)
  }

  async function boot(): Promise<void> {
    const answer = await station.link?.call('BootNotification', {
      chargePointVendor: habit.vendor,
      chargePointModel: habit.model,
      chargePointSerialNumber: `${habit.vendor.slice(0, 3).toUpperCase()}${chargePointId.slice(-2)}0417`,
      firmwareVersion: habit.firmware,
      meterType: 'MID class B',
    })
    if (answer === undefined || answer.kind === 'lost') return
    const told = answer.kind === 'result' ? bootAnswer.safeParse(answer.payload).data : undefined
    if (told === undefined) return later(BOOT_RETRY_MS, () => void boot())
    station.registration = told.status
    if (told.interval > 0) beatEveryMs = told.interval * 1000
    if (told.status !== 'Accepted')
      return later(told.interval * 1000 || BOOT_RETRY_MS, () => void boot())
    station.reported.clear()
    reportStatuses(station)
  }

  const actions: Actions = {
    boot: () => void boot(),
    heartbeat: () => void beat(),
    restart: (kind) => {
      for (const { id } of station.connectors) stopSession(station, id, `${kind}Reset`)
      station.registration = 'none'
      station.link?.reconnect(RESTART_MS[kind])
    },
    changeKey: (key) => {
      // Some hubs mean the text, some the bytes its hex digits spell (OCPP-J 1.6 §6.2.2).
      const spelled = /^([0-9a-f]{2})+$/i.test(key) ? [Buffer.from(key, 'hex')] : []
      const newest = [Buffer.from(key), ...spelled, ...station.passwords].slice(0, 3)
      station.passwords = [...newest, Buffer.from(station.spec.password)]
      tried = 0
      later(NEW_KEY_MS, () => station.link?.reconnect(0))
    },
  }

  async function beat(): Promise<void> {
    beatAt = Date.now()
    await station.link?.call('Heartbeat', {})
  }

  function reply(action: string, payload: unknown): Reply {
    if (chance(station.random, habit.mischief.genericErrorShare)) {
      return { error: 'GenericError', description: 'Busy, try again' }
    }
    return replyTo(station, action, payload, actions)
  }

  station.link = openLink({
    url: `${ocpp.replace(/\/$/, '')}/${encodeURIComponent(chargePointId)}`,
    chargePointId,
    random: station.random,
    pingIntervalMs: () => countOf(station.configuration, 'WebSocketPingInterval') * 1000,
    password: (attempt) => {
      tried = attempt % station.passwords.length
      return station.passwords[tried] ?? Buffer.alloc(0)
    },
    onOpen: () => {
      const held = station.passwords[tried]
      if (held !== undefined) {
        station.passwords = [held, ...station.passwords.filter((other) => other !== held)]
      }
      station.reported.clear()
      const boots = station.registration !== 'Accepted' || habit.bootsOnReconnect
      const delayS = station.registration === 'none' ? habit.mischief.lateBootS : 0
      if (boots) later(delayS * 1000, () => void boot())
    },
    onLost: () => {},
    onCall: reply,
  })

  return {
    tick: (now) => {
      live(station, now, now - tickedAt)
      expireReservations(station, now)
      sampledAt = sample(station, now, sampledAt, tickedAt)
      tickedAt = now
      reportStatuses(station)
      if (isServed(station) && now - beatAt >= beatEveryMs) void beat()
      const repeatMs = habit.status.repeatS * 1000
      if (repeatMs > 0 && now - repeatedAt >= repeatMs && isServed(station)) {
        repeatedAt = now
        for (const [id, status] of statuses(station)) reportStatus(station, id, status)
      }
      if (now >= dropsAt) {
        dropsAt = nextDrop(station, now)
        station.link?.reconnect(between(station.random, 3_000, 12_000))
      }
      if (sending) return
      sending = true
      const wait = (ms: number) => new Promise<void>((resolve) => later(ms, resolve))
      void sendQueue(station, wait).finally(() => (sending = false))
    },
    end: () => {
      ended = true
      for (const timer of timers) clearTimeout(timer)
      station.link?.end()
    },
  }
}

/** Lets time pass at every connector; a lock of this make sticks now and then. */
function live(station: Station, realNow: number, elapsedMs: number): void {
  const { habit } = station.spec
  const now = station.clock.at(realNow)
  const passedMs = elapsedMs * station.clock.speed
  const manner = { leaveReason: habit.leaveReason, counted: countedShare(station) }
  limit(station, realNow)
  for (const connector of station.connectors) {
    carryOut(station, pass(connector, now, passedMs, manner))
  }
  const { lockFaultEveryMs, lockFaultLastsMs } = habit.mischief
  if (lockFaultEveryMs === 0 || !chance(station.random, passedMs / lockFaultEveryMs)) return
  const idle = station.connectors.find((connector) => statusOf(connector) === 'Available')
  if (idle === undefined) return
  const fault = { errorCode: 'ConnectorLockFailure', until: now + lockFaultLastsMs } as const
  replaceConnector(station, { ...idle, fault })
}

/** Holds the connectors to what the station's charging profiles say now; their times are real. */
function limit(station: Station, realNow: number): void {
  const { smartCharging } = station.spec.habit
  if (typeof smartCharging === 'string') return
  const sessions = station.connectors.flatMap(({ session }) => (session === null ? [] : [session]))
  station.profiles = outlived(station.profiles, new Set(sessions.map(({ key }) => key)))
  if (!smartCharging.obeys) return
  for (const connector of station.connectors) {
    const { id, outlet, session } = connector
    const charge = session && { sessionKey: session.key, startedAt: session.startedAt }
    const asked = { connectorId: id, outlet, charge }
    const allowance = allowanceAt(station.profiles, asked, realNow, sessions.length)
    replaceConnector(station, limited(connector, allowance))
  }
}

/**
 * Registers count the energy that the cars take. Where a register is all a make tells, it counts by
 * real time instead: the hub works the power out from it, which would else be N times the outlet's.
 */
function countedShare({ spec, clock }: Station): number {
  const { power, current } = spec.habit.meter
  return power === 'none' && current === 'none' ? Math.min(1, 1 / clock.speed) : 1
}

/** Sends what is due of sampled and clock-aligned readings; gives when it last sampled. */
function sample(station: Station, now: number, sampledAt: number, tickedAt: number): number {
  const alignedMs = countOf(station.configuration, 'ClockAlignedDataInterval') * 1000
  if (alignedMs > 0 && Math.floor(now / alignedMs) !== Math.floor(tickedAt / alignedMs)) {
    for (const connector of station.connectors) reportMeter(station, connector, 'Sample.Clock')
  }
  const sampleMs = countOf(station.configuration, 'MeterValueSampleInterval') * 1000
  if (sampleMs === 0 || now - sampledAt < sampleMs) return sampledAt
  for (const connector of station.connectors) {
    if (connector.session !== null) reportMeter(station, connector, 'Sample.Periodic')
  }
  return now
}

function nextDrop(station: Station, now: number): number {
  const everyMs = station.spec.habit.mischief.dropEveryS * 1000
  return everyMs === 0
    ? Number.POSITIVE_INFINITY
    : now + everyMs / 2 + waiting(station.random, everyMs / 2)
}
