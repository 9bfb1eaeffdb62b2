import { firstTerms } from '../../../../shared/domain/site/booking-terms.ts'
import { firstDeskTerms } from '../../../../shared/domain/site/desk-terms.ts'
import { firstGridTerms, type GridTerms } from '../../../../shared/domain/site/grid.ts'
import type { PlanLine } from '../../../../shared/domain/planning/stored-plan.ts'
import type { ChargingControl } from '../../../../shared/domain/dispatch/charging-control.ts'
import type { Alarm } from '../../../../shared/domain/alarm/alarm.ts'
import { HOUR, SECOND } from '../../../../shared/time/instant.ts'
import { freshHub, type FreshHub } from '../../ocpp/server/test-bench/fresh-hub.ts'
import { eventually } from '../../ocpp/server/test-bench/eventually.ts'
import { scriptedCharger, type ScriptedCharger, type ScriptedOptions } from './scripted-charger.ts'
import { expect } from 'vitest'
import { dispatcher, type Dispatcher } from '../dispatcher.ts'

/** A hub that takes plans to chargers. */
export interface DispatchingHub extends FreshHub {
  readonly dispatcher: Dispatcher
  /** What the hub's clock shows. */
  now(): number
  /** Looks once. */
  look(): Promise<void>
  control(stationId: string, connectorId: number): Promise<ChargingControl>
  /** Says what is planned for the car on a connector: from how many ms on how much, W. */
  plan(
    stationId: string,
    connectorId: number,
    powers: readonly (readonly [inMs: number, w: number])[],
    more?: Partial<PlanLine>,
  ): Promise<void>
  grid(terms: Partial<GridTerms>): Promise<void>
  /** A station with a connector, its charger gone through and told its default. */
  ready(
    chargePointId: string,
    options?: ScriptedOptions,
  ): Promise<{ stationId: string; charger: ScriptedCharger }>
  /** Connects a station's charger. */
  connected(chargePointId: string, options?: ScriptedOptions): Promise<ScriptedCharger>
  /** Lets half a minute pass: every charger has had its moment. */
  settle(): Promise<void>
  /** Looks until nothing is asked any more. */
  quiet(): Promise<void>
  /** The alarms that stand. */
  alarms(): Promise<Pick<Alarm, 'kind' | 'connectorId' | 'detail'>[]>
  /** The dispatcher's memory is gone, as after a restart of the hub. */
  forget(): void
}

/** @param terms what the grid bears; 22 kW with nothing held back unless told */
export async function dispatchingHub(terms: Partial<GridTerms> = {}): Promise<DispatchingHub> {
  const fresh = await freshHub({}, (tx, event) => acting.happened(tx, event))
  const made = (): Dispatcher =>
    dispatcher({
      store: fresh.store,
      chargers: fresh.ocpp.chargers,
      failed(error) {
        throw error
      },
    })
  let acting = made()
  await fresh.store.work('test', (tx) =>
    tx.insert('site', {
      id: tx.newId(),
      name: 'Depot',
      timeZone: 'Europe/Stockholm',
      currency: 'SEK',
      ...firstGridTerms,
      ...firstTerms,
      ...firstDeskTerms,
      gridLimitW: 22_080,
      reservePct: 0,
      ...terms,
      createdAt: tx.now,
      updatedAt: tx.now,
    }),
  )
  const chargers: ScriptedCharger[] = []
  const stopFresh = fresh.stop
  const connected = async (
    chargePointId: string,
    options: ScriptedOptions = {},
  ): Promise<ScriptedCharger> => {
    const charger = await scriptedCharger(fresh.url, chargePointId, options)
    chargers.push(charger)
    return charger
  }
  const commands = () => fresh.store.reads.find('command', {})
  const quiet = (): Promise<void> =>
    eventually(async () => {
      await acting.look()
      const before = await commands()
      expect(before.filter(({ endedAt }) => endedAt === null)).toEqual([])
      // All has been answered by now: with that, a look finds nothing more to say.
      await acting.look()
      expect(await commands()).toHaveLength(before.length)
    })
  const settle = (): Promise<void> => {
    fresh.aheadMs += 30 * SECOND
    return quiet()
  }
  return Object.assign(fresh, {
    connected,
    quiet,
    settle,
    async ready(chargePointId: string, options: ScriptedOptions = {}) {
      const stationId = await fresh.addStation(chargePointId)
      const charger = await connected(chargePointId, options)
      await charger.status(1, 'Available')
      await settle()
      return { stationId, charger }
    },
    async alarms() {
      const standing = await fresh.store.reads.find('alarm', { clearedAt: null })
      return standing.map(({ kind, connectorId, detail }) => ({ kind, connectorId, detail }))
    },
    async stop() {
      acting.close()
      for (const charger of chargers) await charger.close()
      await stopFresh()
    },
    get dispatcher() {
      return acting
    },
    now: () => Date.now() + fresh.aheadMs,
    look: () => acting.look(),
    async control(stationId: string, connectorId: number) {
      const [row] = await fresh.store.reads.find('chargingControl', { stationId, connectorId })
      if (row === undefined) throw new Error('nothing is known of that connector')
      return row
    },
    async plan(
      stationId: string,
      connectorId: number,
      powers: readonly (readonly [number, number])[],
      more: Partial<PlanLine> = {},
    ) {
      const now = Date.now() + fresh.aheadMs
      const line: PlanLine = {
        id: `${stationId}/${connectorId}`,
        ...{ stationId, connectorId, transactionId: null, departsAt: now + 8 * HOUR },
        ...{ promised: true, needWh: 20_000, remainingWh: 20_000, maxW: 11_040 },
        powers: powers.map(([inMs, w]) => [now + inMs, w]),
        ...{ readyAt: null, shortfallWh: 0, because: null, critical: [] },
        ...more,
      }
      await fresh.store.work('test', (tx) => {
        const [running] = tx.find('transaction', { stationId, connectorId, state: 'active' })
        const told = { ...line, transactionId: running?.id ?? null }
        if (tx.get('planLine', line.id) === undefined) tx.insert('planLine', told)
        else tx.update('planLine', line.id, told)
      })
      acting.planned()
      await acting.look()
    },
    async grid(changed: Partial<GridTerms>) {
      await fresh.store.work('test', (tx) => {
        const [site] = tx.find('site', {})
        if (site !== undefined) tx.update('site', site.id, changed)
      })
    },
    forget() {
      acting.close()
      acting = made()
    },
  })
}
