import type { Change, LiveRow, LiveRows, LiveTable } from '../../shared/contract/live.ts'

/** The live rows of every table, each under its id. A table that did not change keeps its identity. */
export type Tables = { readonly [T in LiveTable]: ReadonlyMap<string, LiveRow<T>> }

/** Every table without a row: what there is before the hub has spoken. */
export const emptyTables: Tables = {
  site: new Map(),
  user: new Map(),
  pairing: new Map(),
  station: new Map(),
  connector: new Map(),
  candidate: new Map(),
  connectionAttempt: new Map(),
  idToken: new Map(),
  transaction: new Map(),
  command: new Map(),
  alarm: new Map(),
  vehicle: new Map(),
  customer: new Map(),
  booking: new Map(),
  recurring: new Map(),
  bookingStep: new Map(),
  feeder: new Map(),
  temporaryLimit: new Map(),
  plan: new Map(),
  planLine: new Map(),
  chargingControl: new Map(),
  bill: new Map(),
  payment: new Map(),
  refund: new Map(),
  dispute: new Map(),
  paymentTerms: new Map(),
  stripeAccount: new Map(),
  stripeCall: new Map(),
  reader: new Map(),
  till: new Map(),
  tillTerms: new Map(),
  shift: new Map(),
  tariff: new Map(),
  tariffVersion: new Map(),
  tariffAssignment: new Map(),
  reportPreset: new Map(),
  reportSchedule: new Map(),
  walkUp: new Map(),
  walkUpTerms: new Map(),
  visit: new Map(),
  houseRules: new Map(),
}

/** The tables of a snapshot. */
export function tablesOf(rows: LiveRows): Tables {
  return {
    site: byId(rows.site),
    user: byId(rows.user),
    pairing: byId(rows.pairing),
    station: byId(rows.station),
    connector: byId(rows.connector),
    candidate: byId(rows.candidate),
    connectionAttempt: byId(rows.connectionAttempt),
    idToken: byId(rows.idToken),
    transaction: byId(rows.transaction),
    command: byId(rows.command),
    alarm: byId(rows.alarm),
    vehicle: byId(rows.vehicle),
    customer: byId(rows.customer),
    booking: byId(rows.booking),
    recurring: byId(rows.recurring),
    bookingStep: byId(rows.bookingStep),
    feeder: byId(rows.feeder),
    temporaryLimit: byId(rows.temporaryLimit),
    plan: byId(rows.plan),
    planLine: byId(rows.planLine),
    chargingControl: byId(rows.chargingControl),
    bill: byId(rows.bill),
    payment: byId(rows.payment),
    refund: byId(rows.refund),
    dispute: byId(rows.dispute),
    paymentTerms: byId(rows.paymentTerms),
    stripeAccount: byId(rows.stripeAccount),
    stripeCall: byId(rows.stripeCall),
    reader: byId(rows.reader),
    till: byId(rows.till),
    tillTerms: byId(rows.tillTerms),
    shift: byId(rows.shift),
    tariff: byId(rows.tariff),
    tariffVersion: byId(rows.tariffVersion),
    tariffAssignment: byId(rows.tariffAssignment),
    reportPreset: byId(rows.reportPreset),
    reportSchedule: byId(rows.reportSchedule),
    walkUp: byId(rows.walkUp),
    walkUpTerms: byId(rows.walkUpTerms),
    visit: byId(rows.visit),
    houseRules: byId(rows.houseRules),
  }
}

/** Changes that wait to be shown, the last of each row only: many changes a second cost one render. */
export type Pending = Map<LiveTable, Map<string, Change>>

/** Adds changes to those that wait; a later change of a row replaces an earlier one, since rows are whole. */
export function queueChanges(pending: Pending, changes: readonly Change[]): void {
  for (const change of changes) {
    const table = pending.get(change.table) ?? new Map<string, Change>()
    table.set(change.id, change)
    pending.set(change.table, table)
  }
}

/** The tables after the waiting changes. Applying the same changes twice gives the same tables. */
export function applyPending(tables: Tables, pending: Pending): Tables {
  if (pending.size === 0) return tables
  const next: Record<string, ReadonlyMap<string, unknown>> = { ...tables }
  for (const [table, changes] of pending) {
    const rows = new Map<string, unknown>(next[table])
    for (const change of changes.values()) {
      if (change.row === null || change.row === undefined) rows.delete(change.id)
      else rows.set(change.id, change.row)
    }
    next[table] = rows
  }
  // The boundary: the hub validates every row it publishes against the contract.
  return next as Tables
}

const listed = new WeakMap<ReadonlyMap<string, unknown>, readonly unknown[]>()

/** A table's rows as a list, the same list for as long as the table is the same. */
export function listOf<Row>(table: ReadonlyMap<string, Row>): readonly Row[] {
  // The boundary: a WeakMap can't say that the list under a map holds that map's rows.
  const known = listed.get(table) as readonly Row[] | undefined
  if (known) return known
  const list = [...table.values()]
  listed.set(table, list)
  return list
}

function byId<Row extends { id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}
