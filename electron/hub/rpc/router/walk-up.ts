import { implement } from '@orpc/server'
import { walkUpContract } from '../../../../shared/contract/walk-up.ts'
import { surroundingsOf } from '../../booking/surroundings.ts'
import type { Money } from '../../money.ts'
import { beginWalkUp } from '../../walk-up/begin.ts'
import { carOf } from '../../walk-up/car.ts'
import { walkUpChoices } from '../../walk-up/choices.ts'
import { promiseNow } from '../../walk-up/promise.ts'
import { changeWalkUpTerms, walkUpTermsOf } from '../../walk-up/terms.ts'
import { approverOf } from './approver.ts'
import { type DeskParts, notPromised, stayOf, walkUpRooms } from './desk-stay.ts'
import { workOnce } from './once.ts'
import { type Caller, everyCall } from './parts.ts'
import { notOpened, notTaken } from './payment-refused.ts'
import { stayActsRouter } from './stay-acts.ts'

const on = implement(walkUpContract).$context<Caller>().use(everyCall)

export function walkUpRouter(parts: DeskParts, money: Money) {
  const { store, approvals } = parts
  const rooms = walkUpRooms(parts, money)
  const soon = (): void => money.walkUps?.soon()
  return {
    choices: on.choices.handler(({ input: { plate = '', vehicleId = null, limit }, context }) =>
      store.work(context.actor, (tx) => walkUpChoices(tx, rooms, { plate, vehicleId, limit })),
    ),

    promise: on.promise.handler(({ input: { stationId, connectorId, need, ...whose }, context }) =>
      store.work(context.actor, (tx) => {
        const coming = { stationId, connectorId, need, car: carOf(tx, whose), idToken: null }
        return promiseNow(tx, surroundingsOf(tx, rooms.promises), coming, walkUpTermsOf(tx))
      }),
    ),

    begin: on.begin.handler(({ input, context, errors }) =>
      workOnce(store, context, 'walkUp.begin', input, (tx) => {
        const { id = tx.newId(), tillId = null, approvalId, ...wish } = input
        const begun = beginWalkUp(tx, rooms, {
          ...{ ...wish, id, tillId, movedFromId: null },
          approver: approverOf(approvals, context, approvalId),
          car: carOf(tx, wish),
          pays: walkUpTermsOf(tx).pays,
        })
        switch (begun.kind) {
          case 'refused':
            throw notPromised(errors, begun.refused)
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

    ...stayActsRouter(parts, money),

    terms: on.terms.handler(({ context }) => store.work(context.actor, walkUpTermsOf)),

    setTerms: on.setTerms.handler(({ input, context }) =>
      workOnce(store, context, 'walkUpTerms.update', input, (tx) => changeWalkUpTerms(tx, input)),
    ),
  }
}
