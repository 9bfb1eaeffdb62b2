import type { Visit } from '../../../../shared/domain/visit/visit.ts'
import type { Writes } from '../../store/writes.ts'
import {
  type Acted,
  cancelVisit,
  changeContact,
  comesLater,
  leaveLine,
  payVisit,
  startVisit,
  stopVisit,
} from '../../visit/acts.ts'
import { advanceVisit } from '../../visit/advance.ts'
import { changeVisit, checkChange, type VisitChanges } from '../../visit/change.ts'
import { claimVisit } from '../../visit/line.ts'
import { visitOffers } from '../../visit/offers.ts'
import { placeCoded } from '../../visit/place.ts'
import { visitOf } from '../../visit/token.ts'
import { visitViewOf } from '../../visit/view.ts'
import { workOnce } from '../router/once.ts'
import { refusal } from './booking-calls.ts'
import type { DriverCaller } from './caller.ts'
import { type DriverRouterParts, on } from './on.ts'
import { follow } from './follow.ts'
import { NotSo, whyNot } from './not-so.ts'

interface Errors {
  REFUSED: (words: ReturnType<typeof whyNot>) => Error
  NO_SUCH_VISIT: () => Error
}

/** What a phone asks of its own visit, which its token opens. */
export function visitCalls({ store, drivers: { rooms, keeper } }: DriverRouterParts) {
  const { hubSecret } = rooms

  /** The visit that the phone's token opens. @throws NO_SUCH_VISIT, whatever is wrong with it */
  const opened = (tx: Writes, { token }: DriverCaller, errors: Pick<Errors, 'NO_SUCH_VISIT'>) => {
    const visit = token === null ? undefined : visitOf(tx, hubSecret, token)
    if (visit === undefined) throw errors.NO_SUCH_VISIT()
    return visit
  }

  const read = (context: DriverCaller) =>
    store.work('driver', (tx) => {
      const visit = context.token === null ? undefined : visitOf(tx, hubSecret, context.token)
      return visit === undefined ? null : visitViewOf(tx, rooms, visit)
    })

  /** Does something to a visit, once however often it comes under one key, and shows how it is then. */
  const act = async (
    name: string,
    { context, errors, input }: { context: DriverCaller; errors: Errors; input?: unknown },
    unit: (tx: Writes, visit: Visit) => Acted | ReturnType<typeof changeVisit>,
  ) => {
    const { id } = await store.work('driver', (tx) => opened(tx, context, errors))
    // A key is its visit's alone.
    const once = { actor: `driver ${id}`, ...keyOf(context) }
    try {
      // Of the answer only that there was one is kept: a view has addresses in it that open receipts.
      await workOnce(store, once, `driver.${name}`, input, (tx) => {
        const acted = unit(tx, opened(tx, context, errors))
        if (acted.kind === 'refused') throw new NotSo(acted.refusals)
        advanceVisit(tx, rooms, acted.visit)
        tx.afterCommit(() => keeper.soon())
        return true
      })
    } catch (error) {
      throw await refusal(error, errors, async () => [])
    }
    return store.work('driver', (tx) => visitViewOf(tx, rooms, opened(tx, context, errors)))
  }

  const changesOf = (
    tx: Writes,
    { place: code, ...changes }: Omit<VisitChanges, 'place'> & { place?: string | undefined },
  ): VisitChanges => {
    if (code === undefined) return changes
    const place = placeCoded(tx, hubSecret, code)
    if (place === undefined) throw new NotSo([{ code: 'noSuchPlace' }])
    return { ...changes, place }
  }

  return {
    visit: on.visit.handler(async ({ context, errors }) => {
      const view = await read(context)
      if (view === null) throw errors.NO_SUCH_VISIT()
      return view
    }),

    followVisit: on.followVisit.handler(async ({ context, errors, signal }) => {
      if ((await read(context)) === null) throw errors.NO_SUCH_VISIT()
      return follow(store, () => read(context), { signal })
    }),

    otherWindows: on.otherWindows.handler(async ({ input, context, errors }) => {
      const { visit, place } = await store.work('driver', (tx) => ({
        visit: opened(tx, context, errors),
        place: input.place === undefined ? null : placeCoded(tx, hubSecret, input.place),
      }))
      if (place === undefined) throw errors.REFUSED(whyNot([{ code: 'noSuchPlace' }]))
      const { offers, mostWh } = await visitOffers(store, rooms, {
        ...{ ...input, place, kind: 'ahead', bookingId: visit.bookingId },
      })
      return { offers, mostWh }
    }),

    checkChange: on.checkChange.handler(async ({ input, context, errors }) => {
      try {
        return await store.work('driver', (tx) => {
          const visit = opened(tx, context, errors)
          const checked = checkChange(tx, rooms, visit, changesOf(tx, input))
          if ('kind' in checked) throw new NotSo(checked.refusals)
          const { refusals, depositMinor: _deposit, ...told } = checked
          return {
            ...{ ...told, refusals: [...refusals], offers: [] },
            isPossible: refusals.length === 0,
          }
        })
      } catch (error) {
        throw await refusal(error, errors, async () => [])
      }
    }),

    change: on.change.handler((call) =>
      act('change', call, (tx, visit) => {
        const { changes, revision, seenMinor } = call.input
        const wish = { changes: changesOf(tx, changes), revision, seenMinor }
        return changeVisit(tx, rooms, visit, wish)
      }),
    ),

    cancel: on.cancel.handler((call) =>
      act('cancel', call, (tx, visit) => cancelVisit(tx, rooms, visit, call.input.seenFeeMinor)),
    ),
    claim: on.claim.handler((call) =>
      act('claim', call, (tx, visit) => claimVisit(tx, rooms, visit, call.input.seenMinor)),
    ),
    leaveLine: on.leaveLine.handler((call) => act('leaveLine', call, leaveLine)),
    pay: on.pay.handler((call) => act('pay', call, (tx, visit) => payVisit(tx, rooms, visit))),
    start: on.start.handler((call) =>
      act('start', call, (tx, visit) => startVisit(tx, rooms, visit)),
    ),
    stop: on.stop.handler((call) => act('stop', call, (tx, visit) => stopVisit(tx, rooms, visit))),
    late: on.late.handler((call) =>
      act('late', call, (tx, visit) => comesLater(tx, visit, call.input.expectedAt)),
    ),
    setContact: on.setContact.handler((call) =>
      act('setContact', call, (tx, visit) => changeContact(tx, visit, call.input)),
    ),
  }
}

function keyOf({ idempotencyKey }: DriverCaller): { idempotencyKey?: string } {
  return idempotencyKey === undefined ? {} : { idempotencyKey }
}
