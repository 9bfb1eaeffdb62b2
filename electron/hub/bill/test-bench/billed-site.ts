import type { BillDetail } from '../../../../shared/contract/bill.ts'
import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import type { ConnectorStatus } from '../../../../shared/domain/connector/connector.ts'
import { newConnector } from '../../../../shared/domain/connector/new-connector.ts'
import { newStation } from '../../../../shared/domain/station/new-station.ts'
import type { OcpiTariff } from '../../../../shared/domain/tariff/ocpi-tariff.ts'
import { aVersion, anAssignment } from '../../../../shared/domain/tariff/tariff-fixture.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import type { Writes } from '../../store/writes.ts'
import { restFace, type RestFace } from '../../rpc/test-bench/rest-face.ts'

/** 3.20 a kWh; 60 an hour for who stays, after a quarter; 10 for who doesn't come. 25 % VAT included. */
export const depotTariff: OcpiTariff = {
  currency: 'SEK',
  tax_included: 'YES',
  elements: [
    {
      price_components: [
        { type: 'ENERGY', price: 3.2, vat: 25, step_size: 1 },
        { type: 'PARKING_TIME', price: 60, vat: 25, step_size: 1 },
      ],
    },
    {
      price_components: [{ type: 'FLAT', price: 10, vat: 25, step_size: 1 }],
      restrictions: { reservation: 'RESERVATION_EXPIRES' },
    },
  ],
}

type Beside = (tx: Writes, transaction: Transaction) => void

/** A hub with one connector, at which a test lets cars charge. */
export interface BilledSite extends RestFace {
  readonly stationId: string
  /** Turns the clock and looks at the bills. */
  after(minutes: number): Promise<void>
  /** A car begins to charge; what belongs to the same message is put beside it. */
  start(told?: Partial<Transaction>, beside?: Beside): Promise<Transaction>
  measure(transaction: Transaction, wh: number, told?: { at?: number }): Promise<void>
  stop(transaction: Transaction, wh: number): Promise<void>
  /** Tells of finished transactions what a charger does that wasn't answered. */
  stopAgain(transaction: Transaction): Promise<void>
  status(word: ConnectorStatus): Promise<void>
  bills(): Promise<Bill[]>
  /** The bill there is. */
  onlyBill(): Promise<Bill>
  detail(billId: string): Promise<BillDetail>
}

export async function billedSite(
  tariff: OcpiTariff | null = depotTariff,
  options: { plans?: boolean } = {},
): Promise<BilledSite> {
  const face = await restFace(undefined, options)
  const { store } = face
  const stationId = face.newId()
  const words = { chargePointId: 'CP1', zone: '', authentication: 'none' } as const
  await store.work('test', (tx) => {
    tx.insert('station', newStation(words, stationId, tx.now))
    tx.insert('connector', newConnector(tx.newId(), stationId, 1))
    if (tariff === null) return
    const id = tx.newId()
    const named = { name: 'Depot', archivedAt: null, createdAt: 0, updatedAt: 0 }
    tx.insert('tariff', { id, ...named })
    tx.insert(
      'tariffVersion',
      aVersion({ id: tx.newId(), tariffId: id, ocpi: tariff, idleGraceMin: 15 }),
    )
    tx.insert('tariffAssignment', anAssignment({ id: tx.newId(), tariffId: id }))
  })
  await face.money.bills.look()
  let number = 0
  let before: ConnectorStatus = 'Available'
  const { happened } = face.money
  const bills = async () => (await face.ask<{ rows: Bill[] }>('GET', '/bills')).body.rows

  return Object.assign(face, {
    stationId,
    async after(minutes: number) {
      face.now += minutes * MINUTE
      await face.money.bills.look()
    },
    start(told: Partial<Transaction> = {}, beside: Beside = () => undefined) {
      number += 1
      return store.work('test', (tx) => {
        const transaction: Transaction = {
          ...{ id: tx.newId(), ocppTransactionId: number, stationId, connectorId: 1 },
          ...{ idToken: 'CARD', state: 'active', startedAt: tx.now, startReceivedAt: tx.now },
          ...{ meterStartWh: 1_000, stoppedAt: null, meterStopWh: null, stopReceivedAt: null },
          ...{ stopReason: null, stopIdToken: null, energyWh: 0, powerW: null, socPct: null },
          ...{ sampledAt: null, reservationId: null, notes: [] },
          ...told,
        }
        tx.insert('transaction', transaction)
        happened(tx, { kind: 'transactionStarted', transaction, token: undefined, isNew: true })
        beside(tx, transaction)
        return transaction
      })
    },
    measure({ id }: Transaction, wh: number, { at = face.now }: { at?: number } = {}) {
      return store.work('test', (tx) => {
        const transaction = tx.get('transaction', id)
        if (transaction === undefined) throw new Error('it has not begun')
        tx.defer('meterSample', {
          ...{ stationId, connectorId: 1, measuredAt: at, context: 'Sample.Periodic' },
          ...{ transactionId: id, receivedAt: face.now, energyWh: 1_000 + wh, powerW: null },
          ...{ socPct: null, currentL1Da: null, currentL2Da: null, currentL3Da: null },
          ...{ other: {}, notes: [] },
        })
        if (transaction.state === 'finished') happened(tx, { kind: 'lateValues', transaction })
        else tx.change('transaction', transaction, { energyWh: wh, sampledAt: at })
      })
    },
    stop({ id }: Transaction, wh: number) {
      return store.work('test', (tx) => {
        const transaction = tx.update('transaction', id, {
          ...{ state: 'finished', stoppedAt: tx.now, stopReceivedAt: tx.now },
          ...{ meterStopWh: 1_000 + wh, energyWh: wh, stopReason: 'Local' },
        })
        if (transaction) happened(tx, { kind: 'transactionStopped', transaction })
      })
    },
    stopAgain({ id }: Transaction) {
      return store.work('test', (tx) => {
        const transaction = tx.get('transaction', id)
        if (transaction) happened(tx, { kind: 'transactionStopped', transaction })
      })
    },
    async status(status: ConnectorStatus) {
      await store.work('test', (tx) => {
        const connector = tx.one('connector', { stationId, connectorId: 1 })
        if (connector) tx.change('connector', connector, { status, statusAt: tx.now })
        const at = tx.now
        happened(tx, { kind: 'connectorStatus', stationId, connectorId: 1, before, status, at })
      })
      before = status
    },
    bills,
    async onlyBill() {
      const [bill, ...others] = await bills()
      if (bill === undefined || others.length > 0) throw new Error('not one bill')
      return bill
    },
    async detail(billId: string) {
      return (await face.ask<BillDetail>('GET', `/bills/${billId}`)).body
    },
  }) satisfies BilledSite
}

/** Of a stay of two hours that brings 20 kWh: nothing parks. */
export async function chargeFully(site: BilledSite): Promise<Transaction> {
  const transaction = await site.start()
  await site.status('Charging')
  await site.after(60)
  await site.measure(transaction, 10_000)
  await site.after((HOUR - 1) / MINUTE)
  await site.stop(transaction, 20_000)
  await site.status('Finishing')
  await site.after(5)
  await site.status('Available')
  await site.after(0)
  return transaction
}
