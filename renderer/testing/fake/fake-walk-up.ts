import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import type { DeskStay } from '../../../shared/contract/desk-stay.ts'
import { dueOfStay } from '../../../shared/domain/walk-up/due.ts'
import { releaseLadderOf } from '../../../shared/domain/walk-up/ladder.ts'
import type { WalkUpTerms } from '../../../shared/domain/walk-up/walk-up-terms.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { change } from './fake-money.ts'
import { type FakeStore, only } from './fake-store.ts'
import { fakeSearch } from './fake-search.ts'
import { fakeBegin } from './fake-walk-up-begin.ts'
import { fakeChoices, fakePromise } from './fake-walk-up-choice.ts'
import { liveWalkUps, turnConnector, turnWalkUp } from './fake-walk-up-life.ts'

/** Walk-ups and the search box in memory: drivers pay, plug in and charge by themselves a moment later. */
export function fakeWalkUps(store: FakeStore) {
  const os = implement(contract).walkUp
  liveWalkUps(store)
  const missing = (id: string) => ({ data: { noun: 'booking', id } })
  const stay = (id: string): DeskStay | undefined => {
    const booking = store.find('booking', id)
    if (!booking) return undefined
    const walkUp = store.find('walkUp', id) ?? null
    const bill = store.rows.bill.find(({ bookingId }) => bookingId === id) ?? null
    const payments = store.rows.payment.filter(({ billId }) => billId === bill?.id)
    const due = bill === null ? null : dueOfStay(bill, payments, { refundsUnused: true })
    return { booking, walkUp, bill, payment: payments.at(-1) ?? null, due }
  }
  const command = async (
    stationId: string,
    action: 'RemoteStartTransaction' | 'RemoteStopTransaction' | 'UnlockConnector' | 'Reset',
    payload: Record<string, unknown>,
  ) => {
    const now = Date.now()
    const row = store.put('command', {
      ...{ id: crypto.randomUUID(), stationId, action, payload, state: 'requested' as const },
      ...{ answer: null, failure: null, requestedBy: 'desk', requestedAt: now },
      ...{ sentAt: null, endedAt: null },
    })
    await pause(500)
    store.put('command', { ...row, state: 'sent', sentAt: Date.now() })
    await pause(900)
    const status =
      action === 'UnlockConnector' && row.requestedAt % 2 === 0 ? 'UnlockFailed' : 'Accepted'
    const told = action === 'UnlockConnector' && status === 'Accepted' ? 'Unlocked' : status
    return store.put('command', {
      ...{ ...row, state: 'answered', sentAt: now, answer: { status: told }, endedAt: Date.now() },
    })
  }
  const terms = (): WalkUpTerms => only(store.rows.walkUpTerms)
  return {
    walkUp: os.router({
      choices: os.choices.handler(({ input }) => fakeChoices(store, input, terms())),
      promise: os.promise.handler(({ input }) => fakePromise(store, input, terms())),
      begin: os.begin.handler(({ input, errors }) => {
        const { promise, refusals, alternatives } = fakePromise(store, input, terms())
        if (promise === null)
          throw errors.BOOKING_REFUSED({ data: { bookingId: null, refusals, alternatives } })
        const begun = stay(fakeBegin(store, input, promise).id)
        if (!begun) throw new Error('a walk-up that has just begun is there')
        return begun
      }),
      get: os.get.handler(({ input: { id }, errors }) => {
        const found = stay(id)
        if (!found) throw errors.NOT_FOUND(missing(id))
        return found
      }),
      retry: os.retry.handler(({ input: { id }, errors }) => {
        const walkUp = store.find('walkUp', id)
        const found = stay(id)
        if (!walkUp || !found) throw errors.NOT_NOW({ data: { state: null } })
        turnWalkUp(store, walkUp, { state: 'starting', failure: null })
        return found
      }),
      startBooked: os.startBooked.handler(async ({ input: { id }, errors }) => {
        const booking = store.find('booking', id)
        const found = stay(id)
        if (!booking?.stationId || !found) throw errors.NOT_FOUND(missing(id))
        if (booking.state !== 'arrived') throw errors.NOT_NOW({ data: { state: null } })
        const { connectorId, idToken } = booking
        const payload = { idTag: idToken ?? 'DESK', connectorId }
        const sent = await command(booking.stationId, 'RemoteStartTransaction', payload)
        return { ...found, command: sent }
      }),
      extend: os.extend.handler(({ input: { id, need }, errors }) => {
        const booking = store.find('booking', id)
        if (!booking) throw errors.NOT_FOUND(missing(id))
        const departsAt = need.kind === 'until' ? need.at : booking.departsAt + 60 * MINUTE
        const energy = need.kind === 'energy' ? need : booking.need
        store.put('booking', { ...booking, departsAt, need: energy, updatedAt: Date.now() })
        return stay(id) ?? raise(id)
      }),
      stop: os.stop.handler(async ({ input: { id }, errors }) => {
        const booking = store.find('booking', id)
        if (!booking?.stationId || booking.connectorId === null) throw errors.NOT_FOUND(missing(id))
        const { stationId, connectorId, transactionId } = booking
        const transaction = transactionId === null ? null : store.find('transaction', transactionId)
        const sent = await command(stationId, 'RemoteStopTransaction', {
          transactionId: transaction?.ocppTransactionId,
        })
        const now = Date.now()
        if (transaction)
          store.put('transaction', {
            ...transaction,
            state: 'finished',
            stoppedAt: now,
            powerW: null,
          })
        turnConnector(
          store,
          { stationId, connectorId },
          { status: 'Finishing', transactionId: null, powerW: 0 },
        )
        store.put('booking', { ...booking, state: 'finished', finishedAt: now, updatedAt: now })
        const walkUp = store.find('walkUp', id)
        if (walkUp) turnWalkUp(store, walkUp, { state: 'finished', endedAt: now })
        return { ...(stay(id) ?? raise(id)), command: sent }
      }),
      settle: os.settle.handler(({ input: { id }, errors }) => {
        throw errors.NOT_FOUND(missing(id))
      }),
      handBack: os.handBack.handler(({ input: { id }, errors }) => {
        const found = stay(id)
        const back = found?.due?.handBackMinor ?? 0
        if (!found?.payment || back <= 0) throw errors.NOTHING_TO_HAND_BACK()
        const { refundedMinor } = found.payment
        change(store, found.payment.id, { refundedMinor: refundedMinor + back })
        if (found.bill)
          store.put('bill', { ...found.bill, paidMinor: found.bill.inclMinor, dueMinor: 0 })
        return stay(id) ?? raise(id)
      }),
      move: os.move.handler(({ input: { id, stationId, connectorId }, errors }) => {
        const from = stay(id)
        if (!from) throw errors.NOT_FOUND(missing(id))
        const now = Date.now()
        const begun = fakeBegin(
          store,
          {
            ...{ stationId, connectorId, plate: from.booking.plate, phone: '' },
            ...{ vehicleId: from.booking.vehicleId, customerId: from.booking.customerId },
            ...{ need: { kind: 'full' }, payment: { kind: 'later' }, language: 'en' },
          },
          {
            departsAt: from.booking.departsAt,
            energyWh: null,
            thoughtWh: 12_000,
            price: null,
            holdMinor: null,
          },
        )
        store.put('booking', { ...from.booking, state: 'left', leftAt: now, finishedAt: now })
        return { from: stay(id) ?? raise(id), to: stay(begun.id) ?? raise(begun.id) }
      }),
      release: os.release.handler(async ({ input: { stationId, connectorId, step } }) => {
        const transaction = store.rows.transaction.findLast(
          (row) => row.stationId === stationId && row.connectorId === connectorId,
        )
        const transactionId = transaction?.ocppTransactionId
        const sent =
          step === 'stop'
            ? await command(stationId, 'RemoteStopTransaction', { transactionId })
            : step === 'unlock'
              ? await command(stationId, 'UnlockConnector', { connectorId })
              : await command(stationId, 'Reset', { type: step === 'softReset' ? 'Soft' : 'Hard' })
        const connector = store.rows.connector.find(
          (row) => row.stationId === stationId && row.connectorId === connectorId,
        )
        const ladder = releaseLadderOf({
          commands: store.rows.command.filter((row) => row.stationId === stationId),
          connectorId,
          status: connector?.status ?? 'Unknown',
          transaction: transaction ?? null,
          arrivedAt: null,
          now: Date.now(),
        })
        return { command: sent, ladder }
      }),
      cancel: os.cancel.handler(({ input: { id }, errors }) => {
        const walkUp = store.find('walkUp', id)
        const booking = store.find('booking', id)
        if (!walkUp || !booking) throw errors.NOT_FOUND(missing(id))
        store.put('booking', { ...booking, state: 'cancelled', updatedAt: Date.now() })
        turnWalkUp(store, walkUp, { state: 'cancelled', endedAt: Date.now() })
        return stay(id) ?? raise(id)
      }),
      setPhone: os.setPhone.handler(({ input: { id, phone }, errors }) => {
        const walkUp = store.find('walkUp', id)
        if (!walkUp) throw errors.NOT_FOUND(missing(id))
        return store.put('walkUp', { ...walkUp, phone })
      }),
      message: os.message.handler(({ input: { id, template, language } }) => {
        const phone = store.find('walkUp', id)?.phone ?? ''
        const text =
          language === 'sv'
            ? `Hej! Din bil är klar (${template}).`
            : `Hello! Your car is ready (${template}).`
        const body = encodeURIComponent(text)
        const sms = phone === '' ? null : `sms:${phone.replaceAll(/[^\d+]/g, '')}?body=${body}`
        return {
          ...{ bookingId: id, template, text, phone, email: 'anna@example.com' },
          links: {
            tel: phone === '' ? null : `tel:${phone}`,
            sms,
            mailto: `mailto:anna%40example.com?body=${body}`,
          },
        }
      }),
      terms: os.terms.handler(terms),
      setTerms: os.setTerms.handler(({ input }) =>
        store.put('walkUpTerms', {
          ...terms(),
          ...Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)),
          updatedAt: Date.now(),
        }),
      ),
    }),
    search: {
      find: implement(contract).search.find.handler(({ input }) => fakeSearch(store, input)),
    },
  }
}

function raise(id: string): never {
  throw new Error(`there is no stay ${id}`)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
