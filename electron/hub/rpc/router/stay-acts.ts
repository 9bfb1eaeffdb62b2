import { implement } from '@orpc/server'
import { walkUpContract } from '../../../../shared/contract/walk-up.ts'
import {
  openWalkUps,
  waitingWalkUps,
  type WalkUp,
} from '../../../../shared/domain/walk-up/walk-up.ts'
import { commandOnceEnded } from '../../command/wait.ts'
import type { Money } from '../../money.ts'
import type { Writes } from '../../store/writes.ts'
import { advance, tellToStart } from '../../walk-up/advance.ts'
import { extendStay } from '../../walk-up/extend.ts'
import { handBackCash } from '../../walk-up/hand-back.ts'
import { messageTo } from '../../walk-up/message.ts'
import { moveStay } from '../../walk-up/move.ts'
import { payForStay } from '../../walk-up/pay.ts'
import { keepPhone } from '../../walk-up/phone.ts'
import { ladderOf, takeReleaseStep } from '../../walk-up/release.ts'
import { startBooked } from '../../walk-up/start-booked.ts'
import { tellToStop } from '../../walk-up/stop.ts'
import { standDown, takeBack } from '../../walk-up/take-back.ts'
import { approverOf } from './approver.ts'
import { bookingOf, type DeskParts, notNow, notPromised, stayOf, walkUpRooms } from './desk-stay.ts'
import { runOnce, workOnce } from './once.ts'
import { type Caller, everyCall } from './parts.ts'
import { notAtTill, notOpened, notTaken } from './payment-refused.ts'

const on = implement(walkUpContract).$context<Caller>().use(everyCall)

/** What may be done with a stay, whoever took it in. */
export function stayActsRouter(parts: DeskParts, money: Money) {
  const { store, approvals } = parts
  const rooms = walkUpRooms(parts, money)
  const soon = (): void => money.walkUps?.soon()
  return {
    retry: on.retry.handler(({ input: { id }, context, errors }) =>
      store.work(context.actor, (tx) => {
        const walkUp = tx.get('walkUp', id)
        const isThereStill =
          walkUp?.state === 'finished' && tx.get('booking', id)?.state === 'finished'
        const mayBeTold =
          walkUp?.state === 'starting' || walkUp?.state === 'waitingForCar' || isThereStill
        if (walkUp === undefined || !mayBeTold) throw notNow(tx, errors, id)
        if (isBeingTold(tx, walkUp)) return stayOf(tx, errors, id)
        const told = tellToStart(tx, rooms, { ...walkUp, starts: 0 })
        if (told.failure === 'chargerBusy') throw errors.COMMANDS_WAITING()
        if (told.failure !== null) throw errors.STATION_OFFLINE()
        const { startCommandId, starts } = told.walkUp
        const turned = { startCommandId, starts, failure: null, since: tx.now, updatedAt: tx.now }
        const open = { ...turned, state: 'starting' as const, endedAt: null }
        advance(tx, rooms, tx.change('walkUp', walkUp, open))
        tx.afterCommit(soon)
        return stayOf(tx, errors, id)
      }),
    ),

    startBooked: on.startBooked.handler(async ({ input: { id, waitMs }, context, errors }) => {
      const asked = await store.work(context.actor, (tx) => {
        const booking = bookingOf(tx, errors, id)
        if (tx.get('walkUp', id) !== undefined) throw notNow(tx, errors, id)
        const told = startBooked(tx, rooms, booking)
        if (told.kind === 'elsewhere') throw notNow(tx, errors, id)
        if (told.kind === 'offline') throw errors.STATION_OFFLINE()
        if (told.kind === 'tooMany') throw errors.COMMANDS_WAITING()
        return told.command
      })
      const command = (await commandOnceEnded(store, asked.id, waitMs)) ?? asked
      const stay = await store.work(context.actor, (tx) => stayOf(tx, errors, id))
      return { ...stay, command }
    }),

    extend: on.extend.handler(({ input, context, errors }) =>
      workOnce(store, context, 'walkUp.extend', input, (tx) => {
        const extended = extendStay(tx, rooms, bookingOf(tx, errors, input.id), input.need)
        switch (extended.kind) {
          case 'refused':
            throw notPromised(errors, extended.refused)
          case 'tooLong':
            throw errors.TOO_LONG({ data: { mostStayMin: extended.mostStayMin } })
          case 'over':
            throw notNow(tx, errors, input.id)
          case 'extended':
            return stayOf(tx, errors, input.id)
        }
      }),
    ),

    stop: on.stop.handler(async ({ input: { id, waitMs }, context, errors }) => {
      const asked = await store.work(context.actor, (tx) => {
        const told = tellToStop(tx, rooms, bookingOf(tx, errors, id))
        if (told.kind === 'idle') throw notNow(tx, errors, id)
        if (told.kind === 'offline') throw errors.STATION_OFFLINE()
        if (told.kind === 'tooMany') throw errors.COMMANDS_WAITING()
        return told.command
      })
      const command = (await commandOnceEnded(store, asked.id, waitMs)) ?? asked
      const stay = await store.work(context.actor, (tx) => stayOf(tx, errors, id))
      return { ...stay, command }
    }),

    settle: on.settle.handler(({ input, context, errors }) =>
      workOnce(store, context, 'walkUp.settle', input, (tx) => {
        const { id, payment: pay, language, tillId = null, approvalId } = input
        bookingOf(tx, errors, id)
        const { bill, walkUp } = stayOf(tx, errors, id)
        if (bill === null) throw errors.BILL_SETTLED()
        const approver = approverOf(approvals, context, approvalId)
        const paying = payForStay(tx, rooms.side, bill, pay, { language, tillId, approver })
        if (paying.kind === 'nothing') throw errors.BILL_SETTLED()
        if (paying.kind === 'notOpened') throw notOpened(errors, paying.refusal, bill.id)
        if (paying.kind === 'notTaken') throw notTaken(errors, paying.refusal, bill.id)
        if (walkUp !== null && openWalkUps.has(walkUp.state)) {
          advance(tx, rooms, walkUp)
          tx.afterCommit(soon)
        }
        return stayOf(tx, errors, id, paying.payment)
      }),
    ),

    handBack: on.handBack.handler(({ input, context, errors }) =>
      workOnce(store, context, 'walkUp.handBack', input, (tx) => {
        const { id, tillId = null, note } = input
        const back = handBackCash(tx, rooms, bookingOf(tx, errors, id), { tillId, note })
        if (back.kind === 'done') return stayOf(tx, errors, id)
        if (back.kind === 'nothing') throw errors.NOTHING_TO_HAND_BACK()
        const { refusal } = back
        if (
          refusal.code === 'noTill' ||
          refusal.code === 'noOpenShift' ||
          refusal.code === 'cashOfAnotherCurrency'
        )
          throw notAtTill(errors, refusal)
        throw errors.NOTHING_TO_HAND_BACK()
      }),
    ),

    move: on.move.handler(({ input, context, errors }) =>
      workOnce(store, context, 'walkUp.move', input, (tx) => {
        const { id, newId = tx.newId(), stationId, connectorId } = input
        const booking = bookingOf(tx, errors, id)
        const moved = moveStay(tx, rooms, booking, { stationId, connectorId, newId })
        if (moved.kind === 'refused') throw notPromised(errors, moved.refused)
        if (moved.kind === 'over') throw notNow(tx, errors, id)
        tx.afterCommit(soon)
        return { from: stayOf(tx, errors, id), to: stayOf(tx, errors, moved.to) }
      }),
    ),

    release: on.release.handler(({ input, context, errors }) =>
      runOnce(store, context, 'walkUp.release', input, async () => {
        const { stationId, connectorId, step, waitMs } = input
        const asked = await store.work(context.actor, (tx) => {
          if (ladderOf(tx, stationId, connectorId) === null)
            throw errors.NOT_FOUND({ data: { noun: 'connector', id: stationId } })
          const told = takeReleaseStep(tx, rooms, stationId, connectorId, step)
          if (told.kind === 'needless') throw errors.NOTHING_TO_STOP()
          if (told.kind === 'offline') throw errors.STATION_OFFLINE()
          if (told.kind === 'tooMany') throw errors.COMMANDS_WAITING()
          return told.command
        })
        const command = (await commandOnceEnded(store, asked.id, waitMs)) ?? asked
        const ladder = await store.work(context.actor, (tx) => ladderOf(tx, stationId, connectorId))
        if (ladder === null) throw errors.NOT_FOUND({ data: { noun: 'connector', id: stationId } })
        return { command, ladder }
      }),
    ),

    cancel: on.cancel.handler(({ input, context, errors }) =>
      workOnce(store, context, 'walkUp.cancel', input, (tx) => {
        const { id, reason } = input
        const booking = bookingOf(tx, errors, id)
        const walkUp = tx.get('walkUp', id)
        if (
          walkUp === undefined ||
          !waitingWalkUps.has(walkUp.state) ||
          booking.state === 'charging'
        )
          throw notNow(tx, errors, id)
        if (booking.state === 'finished') advance(tx, rooms, standDown(tx, walkUp))
        else {
          takeBack(tx, rooms, booking, reason)
          advance(tx, rooms, walkUp)
        }
        return stayOf(tx, errors, id)
      }),
    ),

    setPhone: on.setPhone.handler(({ input: { id, phone }, context, errors }) =>
      store.work(context.actor, (tx) => {
        const before = tx.get('walkUp', id)
        if (before === undefined) throw notNow(tx, errors, id)
        const after = tx.change('walkUp', before, { phone, updatedAt: tx.now })
        keepPhone(tx, after)
        tx.journal({
          act: 'walkUp.setPhone',
          noun: 'walkUp',
          nounId: id,
          before: { phone: before.phone },
          after: { phone },
        })
        return after
      }),
    ),

    message: on.message.handler(({ input: { id, template, language }, context, errors }) =>
      store.work(context.actor, (tx) =>
        messageTo(tx, bookingOf(tx, errors, id), template, language),
      ),
    ),
  }
}

/** Whether its charger has not answered yet to the last that it was told: twice pressed is not told twice. */
function isBeingTold(tx: Writes, { startCommandId }: WalkUp): boolean {
  const state = startCommandId === null ? undefined : tx.get('command', startCommandId)?.state
  return state === 'requested' || state === 'sent'
}
