import { implement } from '@orpc/server'
import { bookingContract, type RefusedBooking } from '../../../../shared/contract/booking.ts'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { BookingCommand } from '../../../../shared/domain/booking/command.ts'
import { priceOfPlan } from '../../bill/price-of.ts'
import { type Applied, applyCommands, type StepWish } from '../../booking/apply.ts'
import { checkBooking } from '../../booking/check.ts'
import { listBookings } from '../../booking/list.ts'
import { refusalSentence } from '../../booking/refusal-sentence.ts'
import { putAside, takeStepBack } from '../../booking/undo.ts'
import type { Writes } from '../../store/writes.ts'
import { workOnce } from './once.ts'
import { type Acting, type Caller, type BookingParts, everyCall } from './parts.ts'

const on = implement(bookingContract).$context<Caller>().use(everyCall)

interface Refusing {
  BOOKING_REFUSED: (words: { message: string; data: RefusedBooking }) => Error
  NOT_FOUND: (words: { data: { noun: string; id: string } }) => Error
}

export function bookingRouter({ store, ...rooms }: BookingParts) {
  const { reads } = store
  const missing = (id: string) => ({ data: { noun: 'booking', id } })

  const refusal = (errors: Refusing, refused: RefusedBooking): Error => {
    const [first] = refused.refusals
    if (first?.code === 'noSuchBooking') return errors.NOT_FOUND(missing(refused.bookingId ?? ''))
    return errors.BOOKING_REFUSED({
      message: refused.refusals.map(refusalSentence).join(' '),
      data: refused,
    })
  }
  const done = (errors: Refusing, applied: Applied): Applied & { kind: 'done' } => {
    if (applied.kind === 'refused') throw refusal(errors, applied.refused)
    return applied
  }
  /** One command on one booking, answered with that booking. */
  const act = (
    { context, errors, input }: { context: Acting; errors: Refusing; input: StepWish },
    call: BookingCommand['kind'] | 'move' | 'resize',
    commandIn: (tx: Writes) => BookingCommand,
  ): Promise<Booking> =>
    workOnce(store, context, `booking.${call}`, input, (tx) => {
      const { deskId } = input
      const command = commandIn(tx)
      const { bookings } = done(errors, applyCommands(tx, rooms, [command], { deskId }))
      const [booking] = bookings
      if (booking === undefined) throw errors.NOT_FOUND(missing(command.id))
      return booking
    })
  const known = (tx: Writes, errors: Refusing, id: string): Booking => {
    const booking = tx.get('booking', id)
    if (booking === undefined) throw errors.NOT_FOUND(missing(id))
    return booking
  }

  return {
    list: on.list.handler(({ input }) => listBookings(reads, input)),
    get: on.get.handler(async ({ input, errors }) => {
      const booking = await reads.get('booking', input.id)
      if (booking === undefined) throw errors.NOT_FOUND(missing(input.id))
      return booking
    }),
    check: on.check.handler(({ input, context }) =>
      store.work(context.actor, (tx) => ({
        ...checkBooking(tx, rooms.promises, input),
        price: priceOfPlan(tx, input.plan),
      })),
    ),
    create: on.create.handler((asked) => {
      const { id, requested, overbook, deskId: _, ...plan } = asked.input
      const origin = asked.context.actor === 'desk' ? 'desk' : 'api'
      return act(asked, 'create', (tx) => ({
        kind: 'create',
        id: id ?? tx.newId(),
        origin,
        requested,
        plan,
        overbook,
      }))
    }),
    change: on.change.handler((asked) => {
      const { id, revision, overbook, deskId: _, ...patch } = asked.input
      return act(asked, 'change', () => ({ kind: 'change', id, revision, patch, overbook }))
    }),
    move: on.move.handler((asked) => {
      const { id, revision, arrivesAt, stationId, connectorId, overbook } = asked.input
      return act(asked, 'move', (tx) => {
        const { errors } = asked
        const before = known(tx, errors, id)
        const shift = arrivesAt === undefined ? 0 : arrivesAt - before.arrivesAt
        const { latestDepartsAt } = before
        const patch = {
          arrivesAt: before.arrivesAt + shift,
          departsAt: before.departsAt + shift,
          ...(latestDepartsAt === null ? {} : { latestDepartsAt: latestDepartsAt + shift }),
          stationId,
          connectorId,
        }
        return { kind: 'change', id, revision, patch, overbook }
      })
    }),
    resize: on.resize.handler((asked) => {
      const { id, revision, arrivesAt, departsAt, overbook } = asked.input
      return act(asked, 'resize', () => ({
        kind: 'change',
        id,
        revision,
        patch: { arrivesAt, departsAt },
        overbook,
      }))
    }),
    split: on.split.handler(({ input, context, errors }) =>
      workOnce(store, context, 'booking.split', input, (tx) => {
        const { id, at, revision, deskId } = input
        const command = { kind: 'split', id, at, revision, newId: tx.newId() } as const
        const { bookings } = done(errors, applyCommands(tx, rooms, [command], { deskId }))
        const [first, second] = bookings
        if (first === undefined || second === undefined) throw errors.NOT_FOUND(missing(id))
        return { first, second }
      }),
    ),
    cancel: on.cancel.handler((asked) => {
      const { id, revision, reason } = asked.input
      return act(asked, 'cancel', () => ({ kind: 'cancel', id, revision, reason }))
    }),
    confirm: on.confirm.handler((asked) =>
      act(asked, 'confirm', () => ({ kind: 'confirm', id: asked.input.id })),
    ),
    arrive: on.arrive.handler((asked) =>
      act(asked, 'arrive', () => ({ kind: 'arrive', id: asked.input.id })),
    ),
    leave: on.leave.handler((asked) =>
      act(asked, 'leave', () => ({ kind: 'leave', id: asked.input.id })),
    ),
    noShow: on.noShow.handler((asked) =>
      act(asked, 'noShow', () => ({ kind: 'noShow', id: asked.input.id })),
    ),
    apply: on.apply.handler(({ input, context, errors }) =>
      workOnce(store, context, 'booking.apply', input, (tx) => {
        const { bookings, step } = done(errors, applyCommands(tx, rooms, input.commands, input))
        return { bookings, step }
      }),
    ),
    undo: on.undo.handler(async ({ input: { deskId }, context, errors }) => {
      const back = await takenBack(context, deskId, 'undo')
      if (back.kind === 'nothing') throw errors.NOTHING_TO_UNDO()
      if (back.kind === 'refused') throw refusal(errors, back.refused)
      return back.step
    }),
    redo: on.redo.handler(async ({ input: { deskId }, context, errors }) => {
      const back = await takenBack(context, deskId, 'redo')
      if (back.kind === 'nothing') throw errors.NOTHING_TO_REDO()
      if (back.kind === 'refused') throw refusal(errors, back.refused)
      return back.step
    }),
  }

  function takenBack({ actor }: Acting, deskId: string, direction: 'undo' | 'redo') {
    return store.work(actor, (tx) => {
      const back = takeStepBack(tx, rooms, deskId, direction)
      const stale = back.kind === 'refused' && back.refused.refusals[0]?.code === 'changedSince'
      if (stale) putAside(tx, deskId, direction)
      return back
    })
  }
}
