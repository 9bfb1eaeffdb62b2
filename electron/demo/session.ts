import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { countOf, valueOf } from './configuration.ts'
import { refuse, start, statusOf, stop } from './connector.ts'
import type { Connector, Outcome, StopReason, Wish } from './connector.ts'
import { fits } from './reservation.ts'
import { chance } from './random.ts'
import { meterValue, reportStatus } from './report.ts'
import { connectorOf, isServed, replaceConnector } from './station.ts'
import type { Station } from './station.ts'
import { enqueued, failed, nextCall, sessionOf, settled } from './transaction-queue.ts'
import type { Entry } from './transaction-queue.ts'
import { nextVisit } from './visit.ts'

const idTagInfo = z.object({
  idTagInfo: z.object({ status: z.string(), parentIdTag: z.string().optional() }),
})
const startAnswer = idTagInfo.extend({ transactionId: z.int() })

/**
 * Puts a connector's new state in place and does what it wishes.
 * @param at real time (epoch ms) at which that came about, when it was not just now
 */
export function carryOut(
  station: Station,
  { connector, wishes }: Outcome,
  at: number = Date.now(),
): void {
  replaceConnector(station, connector)
  for (const wish of wishes) grant(station, connector, wish, at)
}

function grant(station: Station, connector: Connector, wish: Wish, at: number): void {
  switch (wish.kind) {
    case 'authorize':
      void authorize(station, connector.id, wish.idTag, wish.remote)
      return
    case 'start':
      station.openings.set(wish.session.key, meterValue(station, connector, 'Transaction.Begin'))
      enqueue(station, {
        sessionKey: wish.session.key,
        attempts: 0,
        action: 'StartTransaction',
        payload: {
          connectorId: connector.id,
          idTag: wish.session.idTag,
          meterStart: wish.session.meterStartWh,
          timestamp: new Date(wish.session.startedAt).toISOString(),
          ...(wish.session.reservationId === null
            ? {}
            : { reservationId: wish.session.reservationId }),
        },
      })
      return
    case 'stop':
      return finish(station, connector, wish, at)
    case 'freed': {
      const now = station.clock.at(Date.now())
      const next = nextVisit(station.random, connector.outlet, station.freeDrivers(), now)
      replaceConnector(station, { ...connector, next })
    }
  }
}

function finish(
  station: Station,
  connector: Connector,
  wish: Wish & { kind: 'stop' },
  at: number,
): void {
  const { meter, status } = station.spec.habit
  const opening = station.openings.get(wish.session.key)
  station.openings.delete(wish.session.key)
  const readings = opening === undefined ? [] : [opening]
  const closing = meterValue(station, connector, 'Transaction.End')
  if (status.freesBeforeStop && isServed(station)) {
    reportStatus(station, connector.id, 'Available')
  }
  enqueue(station, {
    sessionKey: wish.session.key,
    attempts: 0,
    action: 'StopTransaction',
    payload: {
      idTag: wish.session.idTag,
      meterStop: wish.meterStopWh,
      timestamp: new Date(at).toISOString(),
      reason: wish.reason,
      ...(meter.sendsTransactionData ? { transactionData: [...readings, closing] } : {}),
    },
  })
}

function enqueue(station: Station, entry: Entry): void {
  station.queue = enqueued(station.queue, entry)
}

/** Asks whether a card may charge and starts or turns away; offline by the cache (OCPP 1.6 §3.5). */
async function authorize(
  station: Station,
  connectorId: number,
  idTag: string,
  remote: boolean,
): Promise<void> {
  const asks = !remote || isTrue(station, 'AuthorizeRemoteTxRequests')
  const card = asks ? await judged(station, idTag) : { accepted: true, group: null }
  const connector = connectorOf(station, connectorId)
  if (connector === undefined) return
  if (!card.accepted || !fits(connector.reservation, idTag, card.group)) {
    replaceConnector(station, refuse(connector, idTag, station.clock.at(Date.now())))
    return
  }
  carryOut(station, start(connector, { key: randomUUID(), idTag, startedAt: Date.now() }))
}

/** Whether a card may charge, and which group it is of as far as the hub tells. */
async function judged(
  station: Station,
  idTag: string,
): Promise<{ accepted: boolean; group: string | null }> {
  const cached = isTrue(station, 'AuthorizationCacheEnabled') && station.cache.has(idTag)
  if (isServed(station)) {
    if (cached && isTrue(station, 'LocalPreAuthorize')) return { accepted: true, group: null }
    const answer = await station.link?.call('Authorize', { idTag })
    if (answer?.kind === 'result') {
      const told = idTagInfo.safeParse(answer.payload).data?.idTagInfo
      const accepted = told?.status === 'Accepted'
      if (accepted) station.cache.add(idTag)
      else station.cache.delete(idTag)
      return { accepted, group: told?.parentIdTag ?? null }
    }
    if (answer?.kind === 'error') return { accepted: false, group: null }
  }
  const offline = isTrue(station, 'LocalAuthorizeOffline') && cached
  return { accepted: offline || isTrue(station, 'AllowOfflineTxForUnknownId'), group: null }
}

/** Stops the session of a connector, if it has one. */
export function stopSession(
  station: Station,
  connectorId: number,
  reason: StopReason,
  at: number = Date.now(),
): void {
  const connector = connectorOf(station, connectorId)
  if (connector === undefined) return
  carryOut(station, stop(connector, station.clock.at(Date.now()), reason), at)
}

/** The connector that charges under the hub's transaction number. */
export function chargingUnder(station: Station, transactionId: number): Connector | undefined {
  const key = sessionOf(station.queue, transactionId)
  return station.connectors.find(({ session }) => session !== null && session.key === key)
}

/**
 * Sends the queued transaction messages in order while the line holds; each stays queued until it
 * is answered. An error is retried as TransactionMessageAttempts says, later each time.
 */
export async function sendQueue(
  station: Station,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  for (let next = nextCall(station.queue); next !== null; next = nextCall(station.queue)) {
    const { entry, action, payload } = next
    if (!isServed(station)) return
    const answer = await station.link?.call(action, payload)
    if (answer === undefined || answer.kind === 'lost') return
    if (answer.kind === 'error') {
      const attempts = countOf(station.configuration, 'TransactionMessageAttempts')
      station.queue = failed(station.queue, entry, attempts)
      const seconds = countOf(station.configuration, 'TransactionMessageRetryInterval')
      await wait(seconds * 1000 * (entry.attempts + 1))
      continue
    }
    const started = startAnswer.safeParse(answer.payload).data
    station.queue = settled(station.queue, entry, started?.transactionId ?? null)
    if (entry.action === 'StartTransaction') heed(station, entry, started?.idTagInfo.status)
    if (entry.action === 'StopTransaction') await perhapsTwice(station, payload)
  }
}

/** A start that the hub does not approve of ends at once (StopTransactionOnInvalidId). */
function heed(station: Station, entry: Entry, status: string | undefined): void {
  if (status === undefined || status === 'Accepted') return
  const connector = station.connectors.find(({ session }) => session?.key === entry.sessionKey)
  if (connector === undefined || !isTrue(station, 'StopTransactionOnInvalidId')) return
  stopSession(station, connector.id, 'DeAuthorized')
}

async function perhapsTwice(station: Station, payload: object): Promise<void> {
  if (!chance(station.random, station.spec.habit.mischief.doubleStopShare)) return
  await station.link?.call('StopTransaction', payload)
}

function isTrue(station: Station, key: string): boolean {
  return valueOf(station.configuration, key).toLowerCase() === 'true'
}

/** Whether the connector can be unlocked by a command at all, and whether its lock moves. */
export function unlock(
  station: Station,
  connector: Connector,
): 'Unlocked' | 'UnlockFailed' | 'NotSupported' {
  if (station.spec.habit.tethered) return 'NotSupported'
  if (statusOf(connector) === 'Faulted') return 'UnlockFailed'
  return 'Unlocked'
}
