import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import type { RefusedBooking } from '../../../shared/contract/booking.ts'
import { alternativesTo } from '../../../shared/domain/booking/alternatives.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { BookingCommand } from '../../../shared/domain/booking/command.ts'
import { bookingFrom, decide } from '../../../shared/domain/booking/decide.ts'
import type { Decision } from '../../../shared/domain/booking/decide.ts'
import { refusalsOf } from '../../../shared/domain/booking/placement.ts'
import type { BookingStep, StepAct, StepChange } from '../../../shared/domain/booking/step.ts'
import { takeBack } from '../../../shared/domain/booking/take-back.ts'
import { pageOf } from './fake-page.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'
import { fakeSurroundings } from './fake-surroundings.ts'

interface Refusing {
  BOOKING_REFUSED: (words: { data: RefusedBooking }) => Error
}

/** Bookings, in memory, decided by the hub's own rules; every desk has its line of steps. */
export function fakeBookings(store: FakeStore) {
  const os = implement(contract).booking
  const steps = new Map<string, readonly StepChange[]>()
  const nextNumber = () => store.rows.booking.length + 1

  const done = (decision: Decision, errors: Refusing): readonly StepChange[] => {
    if (decision.kind === 'done') return decision.changes
    const { wish, before, bookingId, refusals } = decision
    const alternatives = wish === null ? [] : alternativesTo(wish, before, fakeSurroundings(store))
    throw errors.BOOKING_REFUSED({ data: { bookingId, refusals: [...refusals], alternatives } })
  }
  const keep = (changes: readonly StepChange[]): Booking[] =>
    changes.flatMap(({ before, after }) => {
      if (after === null) store.remove('booking', before?.id ?? '')
      return after === null ? [] : [store.put('booking', after)]
    })
  const apply = (
    commands: readonly BookingCommand[],
    errors: Refusing,
    deskId?: string,
    act?: StepAct,
  ) => {
    const changes = done(decide(commands, fakeSurroundings(store), nextNumber), errors)
    const bookings = keep(changes)
    const kind = commands[0]?.kind ?? 'change'
    return { bookings, step: deskId === undefined ? null : newStep(deskId, act ?? kind, changes) }
  }
  const newStep = (deskId: string, act: StepAct, changes: readonly StepChange[]): BookingStep => {
    for (const step of [...store.rows.bookingStep])
      if (step.deskId === deskId && step.state === 'undone')
        store.put('bookingStep', { ...step, state: 'void' })
    const count = changes.length
    const plate = count === 1 ? (changes[0]?.after ?? changes[0]?.before)?.plate : ''
    const step = { id: newId(), deskId, act, at: Date.now(), state: 'done' as const, count }
    steps.set(step.id, changes)
    return store.put('bookingStep', { ...step, plate: plate ?? '' })
  }
  const one = (command: BookingCommand, errors: Refusing, deskId?: string, act?: StepAct) => {
    const [booking] = apply([command], errors, deskId, act).bookings
    return booking ?? store.find('booking', command.id)
  }
  const walk = (deskId: string, direction: 'undo' | 'redo', errors: Refusing) => {
    const wanted = direction === 'undo' ? 'done' : 'undone'
    const mine = store.rows.bookingStep.filter(
      (step) => step.deskId === deskId && step.state === wanted,
    )
    const step = direction === 'undo' ? mine.at(-1) : mine[0]
    if (step === undefined) return null
    const changes = steps.get(step.id) ?? []
    keep(done(takeBack(changes, direction, fakeSurroundings(store), nextNumber), errors))
    return store.put('bookingStep', { ...step, state: direction === 'undo' ? 'undone' : 'done' })
  }
  const missing = (id: string) => ({ data: { noun: 'booking', id } })

  return os.router({
    list: os.list.handler(({ input }) => {
      const { from, until, stationId, vehicleId, customerId, state } = input
      const rows = store.rows.booking
        .filter((row) => from === undefined || Math.max(row.departsAt, row.leftAt ?? 0) > from)
        .filter((row) => until === undefined || row.arrivesAt < until)
        .filter((row) => stationId === undefined || row.stationId === stationId)
        .filter((row) => vehicleId === undefined || row.vehicleId === vehicleId)
        .filter((row) => customerId === undefined || row.customerId === customerId)
        .filter((row) => state === undefined || row.state === state)
        .toSorted((a, b) => a.arrivesAt - b.arrivesAt)
      const after = input.after?.split('~')[0]
      const { rows: found, next } = pageOf(rows, after, input.limit)
      return { rows: found, next: next === null ? null : `${next}~` }
    }),
    get: os.get.handler(({ input, errors }) => {
      const booking = store.find('booking', input.id)
      if (!booking) throw errors.NOT_FOUND(missing(input.id))
      return booking
    }),
    check: os.check.handler(({ input }) => {
      const around = fakeSurroundings(store)
      const before = input.id === undefined ? null : (store.find('booking', input.id) ?? null)
      const made = { id: newId(), state: 'confirmed', origin: 'desk', reservationId: 0 } as const
      const wish = before
        ? { ...before, ...input.plan }
        : bookingFrom(input.plan, { ...made, now: around.now })
      const refusals = refusalsOf(wish, before, around)
      const alternatives = refusals.length === 0 ? [] : alternativesTo(wish, before, around)
      return { refusals: [...refusals], alternatives, price: null }
    }),
    create: os.create.handler(({ input, errors }) => {
      const { id = newId(), requested, deskId, ...plan } = input
      const made = one({ kind: 'create', id, origin: 'desk', requested, plan }, errors, deskId)
      if (!made) throw errors.NOT_FOUND(missing(id))
      return made
    }),
    change: os.change.handler(({ input, errors }) => {
      const { id, revision, deskId, ...patch } = input
      const row = one({ kind: 'change', id, revision, patch }, errors, deskId)
      if (!row) throw errors.NOT_FOUND(missing(id))
      return row
    }),
    move: os.move.handler(({ input, errors }) => {
      const { id, revision, deskId, arrivesAt, stationId, connectorId } = input
      const known = store.find('booking', id)
      if (!known) throw errors.NOT_FOUND(missing(id))
      const by = (arrivesAt ?? known.arrivesAt) - known.arrivesAt
      const patch = {
        arrivesAt: known.arrivesAt + by,
        departsAt: known.departsAt + by,
        ...(stationId === undefined ? {} : { stationId }),
        ...(connectorId === undefined ? {} : { connectorId }),
      }
      return one({ kind: 'change', id, revision, patch }, errors, deskId, 'move') ?? known
    }),
    resize: os.resize.handler(({ input, errors }) => {
      const { id, revision, deskId, ...patch } = input
      const row = one({ kind: 'change', id, revision, patch }, errors, deskId, 'resize')
      if (!row) throw errors.NOT_FOUND(missing(id))
      return row
    }),
    split: os.split.handler(({ input, errors }) => {
      const { id, at, revision, deskId } = input
      apply([{ kind: 'split', id, at, revision, newId: newId() }], errors, deskId)
      const first = store.find('booking', id)
      const second = store.rows.booking.at(-1)
      if (!first || !second) throw errors.NOT_FOUND(missing(id))
      return { first, second }
    }),
    cancel: os.cancel.handler(({ input, errors }) => {
      const { deskId, ...command } = input
      const row = one({ kind: 'cancel', ...command }, errors, deskId)
      if (!row) throw errors.NOT_FOUND(missing(input.id))
      return row
    }),
    confirm: os.confirm.handler(({ input: { id, deskId }, errors }) => {
      const row = one({ kind: 'confirm', id }, errors, deskId)
      if (!row) throw errors.NOT_FOUND(missing(id))
      return row
    }),
    arrive: os.arrive.handler(({ input: { id, deskId }, errors }) => {
      const row = one({ kind: 'arrive', id }, errors, deskId)
      if (!row) throw errors.NOT_FOUND(missing(id))
      return row
    }),
    leave: os.leave.handler(({ input: { id, deskId }, errors }) => {
      const row = one({ kind: 'leave', id }, errors, deskId)
      if (!row) throw errors.NOT_FOUND(missing(id))
      return row
    }),
    noShow: os.noShow.handler(({ input: { id, deskId }, errors }) => {
      const row = one({ kind: 'noShow', id }, errors, deskId)
      if (!row) throw errors.NOT_FOUND(missing(id))
      return row
    }),
    apply: os.apply.handler(({ input, errors }) =>
      apply(input.commands, errors, input.deskId, input.act),
    ),
    undo: os.undo.handler(({ input, errors }) => {
      const step = walk(input.deskId, 'undo', errors)
      if (step === null) throw errors.NOTHING_TO_UNDO()
      return step
    }),
    redo: os.redo.handler(({ input, errors }) => {
      const step = walk(input.deskId, 'redo', errors)
      if (step === null) throw errors.NOTHING_TO_REDO()
      return step
    }),
  })
}
