import { implement } from '@orpc/server'
import { tillContract } from '../../../../shared/contract/till.ts'
import { closeShift } from '../../till/close.ts'
import { countDrawer } from '../../till/count.ts'
import { shiftDetail, xReportOf } from '../../till/detail.ts'
import type { Held } from '../../till/held.ts'
import { takeOver } from '../../till/held.ts'
import { listShifts, listZReports } from '../../till/list.ts'
import { moveCash } from '../../till/move.ts'
import { openShift } from '../../till/open.ts'
import { tillTermsOf } from '../../till/approve.ts'
import { archiveTill, changeTillTerms, createTill, renameTill } from '../../till/tills.ts'
import { approverOf, atTill } from './approver.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'
import { aboveLimitError } from './payment-refused.ts'

const on = implement(tillContract).$context<Caller>().use(everyCall)

const missing = (noun: string, id: string) => ({ data: { noun, id } })

/** The errors of acts at a drawer that isn't the actor's to move. */
interface DrawerErrors {
  NOT_FOUND: (words: { data: { noun: string; id: string } }) => Error
  SHIFT_CLOSED: () => Error
  SHIFT_OF_ANOTHER: (words: { data: { heldBy: string } }) => Error
}

export function tillRouter({
  store,
  approvals,
  info,
}: Pick<RouterParts, 'store' | 'approvals' | 'info'>) {
  const { reads } = store
  return {
    list: on.list.handler(async () => ({ rows: await reads.find('till', {}) })),

    create: on.create.handler(({ input, context, errors }) =>
      workOnce(store, context, 'till.create', input, (tx) => {
        const made = createTill(tx, input.name)
        if (made.kind !== 'done') throw errors.TILL_NAME_TAKEN()
        return made.till
      }),
    ),

    rename: on.rename.handler(({ input, context, errors }) =>
      workOnce(store, context, 'till.rename', input, (tx) => {
        const renamed = renameTill(tx, input.id, input.name)
        if (renamed.kind === 'missing') throw errors.NOT_FOUND(missing('till', input.id))
        if (renamed.kind === 'nameTaken') throw errors.TILL_NAME_TAKEN()
        return renamed.till
      }),
    ),

    archive: on.archive.handler(({ input, context, errors }) =>
      workOnce(store, context, 'till.archive', input, (tx) => {
        const archived = archiveTill(tx, input.id)
        if (archived.kind === 'done') return archived.till
        if (archived.kind === 'missing') throw errors.NOT_FOUND(missing('till', input.id))
        if (archived.kind === 'shiftOpen') throw errors.SHIFT_OPEN()
        throw errors.STILL_TO_COUNT()
      }),
    ),

    terms: on.terms.handler(({ context }) => store.work(context.actor, tillTermsOf)),
    changeTerms: on.changeTerms.handler(({ input, context }) =>
      workOnce(store, context, 'till.changeTerms', input, (tx) => changeTillTerms(tx, input)),
    ),

    shifts: on.shifts.handler(({ input }) => listShifts(reads, input)),

    open: on.open.handler(({ input, context, errors }) =>
      workOnce(store, context, 'till.open', input, (tx) => {
        const { id: tillId, ...wish } = input
        const opened = openShift(tx, { tillId, ...wish })
        switch (opened.kind) {
          case 'opened':
            return opened.shift
          case 'missing':
            throw errors.NOT_FOUND(missing('till', tillId))
          case 'archived':
            throw errors.TILL_ARCHIVED()
          case 'noteUnread':
            throw errors.NOTE_UNREAD({ data: { handOverNote: opened.handOverNote } })
          case 'shiftOpen': {
            const { id: shiftId, heldBy } = opened.shift
            throw errors.SHIFT_OPEN({ data: { shiftId, heldBy } })
          }
        }
      }),
    ),

    shift: on.shift.handler(({ input: { id }, context, errors }) =>
      store.work(context.actor, (tx) => {
        const detail = shiftDetail(tx, id, atTill(context))
        if (detail === null) throw errors.NOT_FOUND(missing('shift', id))
        return detail
      }),
    ),

    x: on.x.handler(({ input: { id }, context, errors }) =>
      store.work(context.actor, (tx) => {
        const report = xReportOf(tx, id, atTill(context))
        if (report === null) throw errors.NOT_FOUND(missing('shift', id))
        return report
      }),
    ),

    takeOver: on.takeOver.handler(({ input, context, errors }) =>
      workOnce(store, context, 'till.takeOver', input, (tx) => {
        const taken = takeOver(tx, input.id, input.note)
        if (taken.kind === 'missing') throw errors.NOT_FOUND(missing('shift', input.id))
        if (taken.kind === 'closed') throw errors.SHIFT_CLOSED()
        return taken.shift
      }),
    ),

    move: on.move.handler(({ input, context, errors }) =>
      workOnce(store, context, 'till.move', input, (tx) => {
        const moved = moveCash(tx, input, atTill(context))
        if (moved.kind !== 'moved') throw notHeld(errors, moved, input.id)
        return moved.move
      }),
    ),

    count: on.count.handler(async ({ input, context, errors }) => {
      const counted = await workOnce(store, context, 'till.count', input, (tx) => {
        const made = countDrawer(tx, input, atTill(context))
        if (made.kind !== 'counted') throw notHeld(errors, made, input.id)
        return made.count
      })
      // Told only now: the count is on disk.
      const { expectedMinor, ...count } = counted
      const isTold = count.purpose === 'closing' || atTill(context).maySeeExpected
      if (!isTold) return { count, expectedMinor: null, varianceMinor: null }
      return { count, expectedMinor, varianceMinor: count.totalMinor - expectedMinor }
    }),

    close: on.close.handler(async ({ input, context, errors }) => {
      const { version } = await info()
      return workOnce(store, context, 'till.close', input, (tx) => {
        const { approvalId, ...wish } = input
        const approver = approverOf(approvals, context, approvalId)
        const closed = closeShift(tx, wish, { keeper: atTill(context), approver, version })
        if (closed.kind === 'closed') return closed.report
        if (closed.kind === 'notHeld') throw notHeld(errors, closed.held, input.id)
        const { refusal } = closed
        switch (refusal.code) {
          case 'closed':
            throw errors.SHIFT_CLOSED()
          case 'underWay':
            throw errors.PAYMENTS_UNDER_WAY({ data: { payments: [...refusal.payments] } })
          case 'countNeeded':
            throw errors.COUNT_NEEDED()
          case 'reasonNeeded':
            throw errors.VARIANCE_REASON_NEEDED({ data: { varianceMinor: refusal.varianceMinor } })
          case 'approvalNeeded':
            throw aboveLimitError(errors, refusal)
        }
      })
    }),

    zReports: on.zReports.handler(({ input }) => listZReports(reads, input)),
    zReport: on.zReport.handler(async ({ input, errors }) => {
      const [report] = await reads.find('zReport', { number: input.number })
      if (report === undefined) throw errors.NO_Z_REPORT()
      return report
    }),
  }
}

function notHeld(errors: DrawerErrors, held: Exclude<Held, { kind: 'held' }>, id: string): Error {
  switch (held.kind) {
    case 'missing':
      return errors.NOT_FOUND(missing('shift', id))
    case 'closed':
      return errors.SHIFT_CLOSED()
    case 'anothers':
      return errors.SHIFT_OF_ANOTHER({ data: { heldBy: held.heldBy } })
  }
}
