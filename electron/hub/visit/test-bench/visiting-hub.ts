import { createRouterClient, ORPCError } from '@orpc/server'
import type { InferContractRouterInputs } from '@orpc/contract'
import type { DriverContract } from '../../../../shared/contract/driver/driver.ts'
import { newConnector } from '../../../../shared/domain/connector/new-connector.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import { newStation } from '../../../../shared/domain/station/new-station.ts'
import type { OcpiTariff } from '../../../../shared/domain/tariff/ocpi-tariff.ts'
import { aVersion, anAssignment } from '../../../../shared/domain/tariff/tariff-fixture.ts'
import type { HouseRulesWords } from '../../../../shared/domain/visit/house-rules.ts'
import type { VisitRefusal } from '../../../../shared/domain/visit/refusal.ts'
import type { VisitView } from '../../../../shared/domain/visit/visit-view.ts'
import { HOUR } from '../../../../shared/time/instant.ts'
import { type PayingHub, payingHub } from '../../payment/test-bench/paying-hub.ts'
import { driverRouter } from '../../rpc/driver/driver-router.ts'
import { placesOf } from '../place-code.ts'

/** 3.20 a kWh, and 10 for who doesn't come. 25 % VAT included. */
const tariff: OcpiTariff = {
  currency: 'SEK',
  tax_included: 'YES',
  elements: [
    { price_components: [{ type: 'ENERGY', price: 3.2, vat: 25, step_size: 1 }] },
    {
      price_components: [{ type: 'FLAT', price: 10, vat: 25, step_size: 1 }],
      restrictions: { reservation: 'RESERVATION_EXPIRES' },
    },
  ],
}

type Inputs = InferContractRouterInputs<DriverContract>

/** A hub that phones ask, and which does nothing by itself: a test takes each step. */
export interface VisitingHub {
  readonly hub: PayingHub
  /** The codes of its connectors, 22 kW each, by name. */
  readonly codes: readonly string[]
  readonly stationIds: readonly Id[]
  /** A phone: without a token it may look and book, with one it sees its visit. */
  phone(token?: string | null, idempotencyKey?: string): ReturnType<typeof clientOf>
  /** Books an hour at 14:00 at the first connector for 10 kWh, save for what is told. */
  book(told?: Partial<Inputs['book']>): Promise<{ token: string; visit: VisitView }>
  /** Brings visits, bills and payments up to date. */
  settle(): Promise<void>
  /** Pays what a visit is asked for, on Stripe's page. */
  pay(token: string, card?: string): Promise<VisitView>
  rules(words: Partial<HouseRulesWords>): Promise<void>
  /** How a charger's connector stands. */
  status(index: number, status: 'Available' | 'Preparing' | 'Charging'): Promise<void>
  at(hours: number): number
  close(): Promise<void>
}

function clientOf(face: PayingHub['face'], token: string | null, idempotencyKey?: string) {
  const { store, drivers } = face
  return createRouterClient(driverRouter({ store, drivers }), {
    context: {
      ...{ token, address: '192.0.2.1' },
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    },
  })
}

/** @param stations how many, of one connector each */
export async function visitingHub({
  stations = 3,
  key = undefined as string | null | undefined,
} = {}): Promise<VisitingHub> {
  const hub = await payingHub({
    plans: true,
    chargers: { isConnected: () => true },
    ...(key === undefined ? {} : { key }),
  })
  const { face } = hub
  const stationIds = Array.from({ length: stations }, () => face.newId())
  await face.store.work('test', (tx) => {
    for (const [index, stationId] of stationIds.entries()) {
      const words = {
        ...{ chargePointId: `CP${index + 1}`, zone: '', authentication: 'none' as const },
      }
      tx.insert('station', newStation(words, stationId, tx.now))
      tx.insert('connector', {
        ...newConnector(tx.newId(), stationId, 1),
        ...{ standard: 'IEC_62196_T2', powerType: 'AC_3_PHASE', maxPowerW: 22_000 },
        status: 'Available',
      })
    }
    const id = tx.newId()
    tx.insert('tariff', { id, name: 'Depot', archivedAt: null, createdAt: 0, updatedAt: 0 })
    const version = { id: tx.newId(), tariffId: id, ocpi: tariff, idleGraceMin: 15 }
    tx.insert('tariffVersion', aVersion(version))
    tx.insert('tariffAssignment', anAssignment({ id: tx.newId(), tariffId: id }))
  })
  const start = face.now
  const codes = await face.store.work('test', (tx) =>
    placesOf(tx, face.secret).map(({ code }) => code),
  )
  const at = (hours: number) => start + (hours - 12) * HOUR
  const phone = (token: string | null = null, idempotencyKey?: string) =>
    clientOf(face, token, idempotencyKey)
  const settle = async (): Promise<void> => {
    await face.money.bills.look()
    await hub.settle()
    await face.money.walkUps?.look()
    await face.drivers.keeper.look()
    await hub.settle()
  }
  const bench: VisitingHub = {
    ...{ hub, codes, stationIds, phone, settle, at },
    book(told = {}) {
      const need = { kind: 'energy', energyWh: 10_000 } as const
      return phone().book({
        ...{ id: crypto.randomUUID(), kind: 'ahead', place: codes[0] ?? '', isFlexible: false },
        ...{ arrivesAt: at(14), departsAt: at(15), pays: 'online', seenMinor: 10_000 },
        wish: { need, arrivesFrom: at(14), departsBy: at(15) },
        ...told,
      })
    },
    async pay(token, card = '4242424242424242') {
      await hub.settle()
      const { payment } = await phone(token).visit()
      const row = await face.store.reads.get('payment', payment?.id ?? '')
      hub.double.controls.payOnPage(row?.stripeCheckoutSessionId ?? '', card)
      hub.later(2_000)
      await settle()
      return phone(token).visit()
    },
    async rules(words) {
      await face.ask('PATCH', '/house-rules', words)
    },
    async status(index, status) {
      const stationId = stationIds[index] ?? ''
      await face.store.work('test', (tx) => {
        const connector = tx.one('connector', { stationId, connectorId: 1 })
        if (connector) tx.change('connector', connector, { status, statusAt: tx.now })
      })
    },
    close: () => hub.close(),
  }
  return bench
}

/** Why a phone was refused; what it was told otherwise is thrown on. */
export async function refusalsOf(asked: Promise<unknown>): Promise<VisitRefusal[]> {
  try {
    await asked
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'REFUSED') return error.data.refusals
    throw error
  }
  throw new Error('It was not refused.')
}
