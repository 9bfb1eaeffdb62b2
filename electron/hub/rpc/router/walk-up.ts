import { implement } from '@orpc/server'
import type { RefusedBooking } from '../../../../shared/contract/booking.ts'
import { type DeskStay, walkUpContract } from '../../../../shared/contract/walk-up.ts'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { WalkUpState } from '../../../../shared/domain/walk-up/walk-up.ts'
import { refusalSentence } from '../../booking/refusal-sentence.ts'
import { commandOnceEnded } from '../../command/wait.ts'
import type { Money } from '../../money.ts'
import type { Writes } from '../../store/writes.ts'
import { advance, tellToStart } from '../../walk-up/advance.ts'
import { beginWalkUp } from '../../walk-up/begin.ts'
import { walkUpChoices } from '../../walk-up/choices.ts'
import { carOf } from '../../walk-up/car.ts'
import { extendStay } from '../../walk-up/extend.ts'
import { handBackCash } from '../../walk-up/hand-back.ts'
import { messageTo } from '../../walk-up/message.ts'
import { moveStay } from '../../walk-up/move.ts'
import { keepPhone } from '../../walk-up/phone.ts'
import { payForStay } from '../../walk-up/pay.ts'
import { promiseNow } from '../../walk-up/promise.ts'
import { ladderOf, takeReleaseStep } from '../../walk-up/release.ts'
import { deskStay } from '../../walk-up/stay.ts'
import { tellToStop } from '../../walk-up/stop.ts'
import { takeBack } from '../../walk-up/take-back.ts'
import { changeWalkUpTerms, walkUpTermsOf } from '../../walk-up/terms.ts'
import { surroundingsOf } from '../../booking/surroundings.ts'
import { openWalkUps, waitingWalkUps } from '../../../../shared/domain/walk-up/walk-up.ts'
import { approverOf } from './approver.ts'
import { runOnce, workOnce } from './once.ts'
import { type BookingParts, type Caller, everyCall, type RouterParts } from './parts.ts'
import { notAtTill, notOpened, notTaken } from './payment-refused.ts'

const on = implement(walkUpContract).$context<Caller>().use(everyCall)

interface Missing {
  NOT_FOUND: (words: { data: { noun: string; id: string } }) => Error
}

interface Refusing {
  BOOKING_REFUSED: (words: { message: string; data: RefusedBooking }) => Error
}

interface NotNow {
  NOT_NOW: (words: { data: { state: WalkUpState | null } }) => Error
}

export function walkUpRouter(
  { store, chargers, promises, approvals }: BookingParts & Pick<RouterParts, 'approvals'>,
  { bills, payments, walkUps }: Money,
) {
  const soon = (): void => walkUps?.soon()
  const rooms = { chargers, promises, side: payments.side, settled: bills.watcher.settled }
  const refused = (errors: Refusing, { refusals, ...rest }: RefusedBooking): Error =>
    errors.BOOKING_REFUSED({
      message: refusals.map(refusalSentence).join(' '),
      data: { refusals, ...rest },
    })
  const notNow = (tx: Writes, errors: NotNow, id: string): Error =>
    errors.NOT_NOW({ data: { state: tx.get('walkUp', id)?.state ?? null } })
  const known = (tx: Writes, errors: Missing, id: string): Booking => {
    const booking = tx.get('booking', id)
    if (booking === undefined) throw errors.NOT_FOUND({ data: { noun: 'booking', id } })
    return booking
  }
  const stayOf = (tx: Writes, errors: Missing, id: string, ...paid: PaidWith): DeskStay => {
    const stay = deskStay(tx, id, ...paid)
    if (stay === undefined) throw errors.NOT_FOUND({ data: { noun: 'booking', id } })
    return stay
  }
  type PaidWith = [] | [payment: DeskStay['payment']]

  return {
    choices: on.choices.handler(({ input: { plate = '', vehicleId = null, limit }, context }) =>
      store.work(context.actor, (tx) => walkUpChoices(tx, rooms, { plate, vehicleId, limit })),
    ),

    promise: on.promise.handler(({ input: { stationId, connectorId, need, ...whose }, context }) =>
      store.work(context.actor, (tx) => {
        const coming = { stationId, connectorId, need, car: carOf(tx, whose), idToken: null }
        return promiseNow(tx, surroundingsOf(tx, promises), coming, walkUpTermsOf(tx))
      }),
    ),

    begin: on.begin.handler(({ input, context, errors }) =>
      workOnce(store, context, 'walkUp.begin', input, (tx) => {
        const { id = tx.newId(), tillId = null, approvalId, ...wish } = input
        const approver = approverOf(approvals, context, approvalId)
        const begun = beginWalkUp(tx, rooms, { ...wish, id, tillId, approver, movedFromId: null })
        switch (begun.kind) {
          case 'refused':
            throw refused(errors, begun.refused)
          case 'notOffered':
            throw errors.PAYS_NOT_OFFERED({ data: { pays: begun.pays } })
          case 'tooLong':
            throw errors.TOO_LONG({ data: { mostStayMin: begun.mostStayMin } })
          case 'notOpened':
            throw notOpened(errors, begun.refusal, begun.billId)
          case 'notTaken':
            throw notTaken(errors, begun.refusal, begun.billId)
          case 'begun':
            tx.afterCommit(soon)
            return stayOf(tx, errors, id, begun.payment)
        }
      }),
    ),

    get: on.get.handler(({ input: { id }, context, errors }) =>
      store.work(context.actor, (tx) => stayOf(tx, errors, id)),
    ),

    retry: on.retry.handler(({ input: { id }, context, errors }) =>
      store.work(context.actor, (tx) => {
        const walkUp = tx.get('walkUp', id)
        const isThereStill =
          walkUp?.state === 'finished' && tx.get('booking', id)?.state === 'finished'
        const mayBeTold =
          walkUp?.state === 'starting' || walkUp?.state === 'waitingForCar' || isThereStill
        if (walkUp === undefined || !mayBeTold) throw notNow(tx, errors, id)
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

    extend: on.extend.handler(({ input, context, errors }) =>
      workOnce(store, context, 'walkUp.extend', input, (tx) => {
        const extended = extendStay(tx, rooms, known(tx, errors, input.id), input.need)
        switch (extended.kind) {
          case 'refused':
            throw refused(errors, extended.refused)
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
        const told = tellToStop(tx, rooms, known(tx, errors, id))
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
        known(tx, errors, id)
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
        const back = handBackCash(tx, rooms, known(tx, errors, id), { tillId, note })
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
        const booking = known(tx, errors, id)
        const moved = moveStay(tx, rooms, booking, { stationId, connectorId, newId })
        if (moved.kind === 'refused') throw refused(errors, moved.refused)
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
        const booking = known(tx, errors, id)
        const walkUp = tx.get('walkUp', id)
        if (
          walkUp === undefined ||
          !waitingWalkUps.has(walkUp.state) ||
          booking.state === 'charging'
        )
          throw notNow(tx, errors, id)
        takeBack(tx, rooms, booking, reason)
        advance(tx, rooms, walkUp)
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
      store.work(context.actor, (tx) => messageTo(tx, known(tx, errors, id), template, language)),
    ),

    terms: on.terms.handler(({ context }) => store.work(context.actor, walkUpTermsOf)),

    setTerms: on.setTerms.handler(({ input, context }) =>
      workOnce(store, context, 'walkUpTerms.update', input, (tx) => changeWalkUpTerms(tx, input)),
    ),
  }
}
