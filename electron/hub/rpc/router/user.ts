import { implement } from '@orpc/server'
import { userContract } from '../../../../shared/contract/user.ts'
import type { User } from '../../../../shared/domain/user/user.ts'
import type { Unit } from '../../store/store.ts'
import { hashPin } from '../../user/pin-hash.ts'
import {
  addUser,
  archiveUser,
  type Changed,
  putPin,
  restoreUser,
  updateUser,
} from '../../user/users.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(userContract).$context<Caller>().use(everyCall)

interface Refusing {
  NOT_FOUND: (words: { data: { noun: string; id: string } }) => Error
  NAME_TAKEN?: (words: { data: { userId: string; archived: boolean } }) => Error
  FIRST_SUPERVISOR?: () => Error
  LAST_SUPERVISOR?: () => Error
}

/** None of these answers is kept under an Idempotency-Key: even a digest of a call with a PIN in it would give it away. */
export function userRouter({ store, sessions, issuer }: RouterParts) {
  const { reads } = store

  /** Runs a unit and looks at every session again before it is answered: who was let go is out by then. */
  const change = async (
    actor: string,
    errors: Refusing,
    id: string,
    unit: Unit<Changed>,
  ): Promise<User> => {
    const changed = await store.work(actor, unit)
    if (changed.kind === 'missing') throw errors.NOT_FOUND({ data: { noun: 'user', id } })
    if (changed.kind === 'refused') throw refusal(errors, changed.refusal)
    await sessions.lookAgain()
    return changed.user
  }

  return {
    list: on.list.handler(async () => {
      const rows = await reads.find('user', {})
      return { rows: rows.sort((one, other) => one.name.localeCompare(other.name)) }
    }),
    create: on.create.handler(async ({ input: { pin, ...told }, context, errors }) => {
      const id = await store.work(context.actor, (tx) => tx.newId())
      const pinHash = await hashPin(issuer.hubSecret, id, pin)
      return change(context.actor, errors, id, (tx) => addUser(tx, { id, ...told, pinHash }))
    }),
    update: on.update.handler(({ input: { id, ...patch }, context, errors }) =>
      change(context.actor, errors, id, (tx) => updateUser(tx, id, patch)),
    ),
    archive: on.archive.handler(({ input: { id }, context, errors }) =>
      change(context.actor, errors, id, (tx) => archiveUser(tx, id)),
    ),
    restore: on.restore.handler(({ input: { id }, context, errors }) =>
      change(context.actor, errors, id, (tx) => restoreUser(tx, id)),
    ),
    setPin: on.setPin.handler(async ({ input: { id, pin }, context, errors }) => {
      const pinHash = await hashPin(issuer.hubSecret, id, pin)
      const user = await change(context.actor, errors, id, (tx) =>
        putPin(tx, id, pinHash, 'user.setPin'),
      )
      const ownHand = context.standing.kind === 'in' && context.standing.user.id === id
      await sessions.lockAllOf(id, ownHand ? context.session : undefined)
      return user
    }),
  }
}

function refusal(errors: Refusing, refused: (Changed & { kind: 'refused' })['refusal']): Error {
  switch (refused.code) {
    case 'nameTaken': {
      const { userId, archived } = refused
      return orBug(errors.NAME_TAKEN?.({ data: { userId, archived } }))
    }
    case 'firstSupervisor':
      return orBug(errors.FIRST_SUPERVISOR?.())
    case 'lastSupervisor':
      return orBug(errors.LAST_SUPERVISOR?.())
  }
}

function orBug(error: Error | undefined): Error {
  return error ?? new Error('A call met a refusal that its contract has no word for.')
}
