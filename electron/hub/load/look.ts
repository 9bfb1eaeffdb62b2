import type { Id } from '../../../shared/domain/id/id.ts'
import { type Instant, MINUTE, SECOND } from '../../../shared/time/instant.ts'
import type { Writes } from '../store/writes.ts'
import { keyOf, type Place } from './keys.ts'
import { keepPresence } from './presence.ts'
import { keepTree, keptTrees, type TreeHistory } from './site-tree.ts'
import { newsOf, type Watch } from './watch.ts'

/** What is looked at before loads are made. */
export interface Looked {
  readonly at: Instant
  readonly timeZone: string
  readonly trees: TreeHistory
  /** All connectors, main meters and those of retired stations included. */
  readonly places: readonly (Place & { readonly retiredAt: Instant | null })[]
  /** How often stations tell their values, ms. */
  readonly usualMs: ReadonlyMap<Id, number>
  /** The transactions that run, by id. */
  readonly active: ReadonlyMap<Id, Place>
  /** Whether the building has a meter. */
  readonly building: boolean
  /** How far loads were made, and by which clock their days are; null when none ever were. */
  readonly state: { readonly rolledAt: Instant; readonly timeZone: string } | null
}

/** Looks at the site, and writes down who has come and gone and what hangs on what. */
export function look(tx: Writes, before: Looked | null): Looked {
  const state = tx.get('loadState', 'load') ?? null
  keepPresence(tx, before?.at ?? state?.rolledAt ?? tx.now)
  const [site] = tx.sql('select timeZone from site', [])
  const places = tx.sql(
    `select c.stationId, c.connectorId, s.retiredAt from connector c join station s on s.id = c.stationId`,
    [],
  ) as unknown as Looked['places'] // the columns named above
  const active = tx.sql(
    `select id, stationId, connectorId from "transaction" where state = 'active'`,
    [],
  )
  return {
    at: tx.now,
    timeZone: String(site?.['timeZone'] ?? 'UTC'),
    trees: keepTree(tx, before?.trees ?? keptTrees(tx)),
    places,
    usualMs: usualOf(tx),
    active: new Map(active.map(({ id, ...place }) => [String(id), place as unknown as Place])), // as above
    building: tx.sql('select 1 from buildingReading limit 1', []).length > 0,
    state,
  }
}

/** Notes transactions that are over without a word of their charger: a person has ended them. */
export function noteEnded(tx: Writes, watch: Watch, before: Looked | null, now: Looked): void {
  for (const [transactionId, place] of before?.active ?? []) {
    if (now.active.has(transactionId)) continue
    const transaction = tx.get('transaction', transactionId)
    if (transaction !== undefined) watch.note(keyOf(place), newsOf(transaction))
  }
}

/** What stations are set to, as far as they have told (OCPP 1.6 §9.1): within a transaction, or at full hours and such. */
function usualOf(tx: Writes): Map<Id, number> {
  const usual = new Map<Id, number>()
  for (const { stationId, value } of tx.sql(
    `select stationId, value from configurationKey
      where key in ('MeterValueSampleInterval', 'ClockAlignedDataInterval')`,
    [],
  )) {
    const ms = Number(value) * SECOND
    const id = String(stationId)
    if (ms > 0) usual.set(id, Math.min(ms, usual.get(id) ?? Infinity))
  }
  return usual
}

/** How often a station tells its values that has not said so. */
export const USUAL_MS = MINUTE
