import { expect } from 'vitest'
import type { Connector } from '../../../../../shared/domain/connector/connector.ts'
import type { Id } from '../../../../../shared/domain/id/id.ts'
import type { Transaction } from '../../../../../shared/domain/transaction/transaction.ts'
import { HOUR } from '../../../../../shared/time/instant.ts'
import { type FreshHub, freshHub, PASSWORD } from './fresh-hub.ts'
import { wireCharger, type WireCharger } from './wire-charger.ts'

/** When what a test tells began: an hour ago, to the second. */
export const t0 = Math.floor(Date.now() / 1_000) * 1_000 - HOUR

export const iso = (at: number): string => new Date(at).toISOString()

/** A hub with the station CP1, and its charger, which says what a test has it say. */
export interface Speaking {
  readonly hub: FreshHub
  readonly stationId: Id
  charger: WireCharger
  /** Sends a call and returns the payload of its CALLRESULT. */
  say(action: string, payload: object): Promise<Record<string, unknown>>
  start(changes?: object): Promise<Record<string, unknown>>
  stop(transactionId: unknown, changes?: object): Promise<Record<string, unknown>>
  measure(at: number, sampledValue: object[], changes?: object): Promise<Record<string, unknown>>
  transactions(): Promise<Transaction[]>
  theConnector(): Promise<Connector | undefined>
  knowToken(idToken: string, status?: 'Accepted' | 'Blocked'): Promise<void>
}

export async function speaking(): Promise<Speaking> {
  const hub = await freshHub()
  const stationId = await hub.addStation('CP1')
  const charger = await wireCharger(hub.url, 'CP1', { password: PASSWORD })
  const speaker: Speaking = {
    hub,
    stationId,
    charger,
    async say(action, payload) {
      const [type, , reply] = await speaker.charger.call(action, payload)
      expect(type).toBe(3)
      return reply as Record<string, unknown> // a CALLRESULT's payload is an object
    },
    start(changes = {}) {
      const begun = { connectorId: 1, idTag: 'CARD', meterStart: 1_000, timestamp: iso(t0) }
      return speaker.say('StartTransaction', { ...begun, ...changes })
    },
    stop(transactionId, changes = {}) {
      const ended = { transactionId, meterStop: 11_000, timestamp: iso(t0 + HOUR) }
      return speaker.say('StopTransaction', { ...ended, ...changes })
    },
    measure(at, sampledValue, changes = {}) {
      const meterValue = [{ timestamp: iso(at), sampledValue }]
      return speaker.say('MeterValues', { connectorId: 1, meterValue, ...changes })
    },
    transactions: () => hub.store.reads.find('transaction', { stationId }),
    async theConnector() {
      return (await hub.store.reads.find('connector', { stationId, connectorId: 1 }))[0]
    },
    async knowToken(idToken, status = 'Accepted') {
      await hub.store.work('test', (tx) =>
        tx.insert('idToken', {
          ...{ id: tx.newId(), idToken, status, label: '', parentIdToken: null },
          ...{ vehicleId: null, customerId: null, expiresAt: null, createdAt: 0, updatedAt: 0 },
        }),
      )
    },
  }
  return speaker
}
