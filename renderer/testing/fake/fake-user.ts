import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import { adding, becoming } from '../../../shared/domain/user/changing.ts'
import type { User } from '../../../shared/domain/user/user.ts'
import type { FakeDesk } from './fake-session.ts'
import { type FakeStore, newId } from './fake-store.ts'

/** Users, in memory, by the hub's own rules. */
export function fakeUsers(store: FakeStore, desk: FakeDesk) {
  const os = implement(contract).user
  const put = (user: User) => {
    store.put('user', { ...user, updatedAt: Date.now() })
    desk.ring()
    return user
  }
  return os.router({
    list: os.list.handler(() => ({ rows: [...store.rows.user] })),
    create: os.create.handler(({ input: { pin, ...told }, errors }) => {
      const refusal = adding(store.rows.user, told)
      if (refusal?.code === 'nameTaken')
        throw errors.NAME_TAKEN({ data: { userId: refusal.userId, archived: refusal.archived } })
      if (refusal) throw errors.FIRST_SUPERVISOR()
      const now = Date.now()
      const user = { id: newId(), ...told, archivedAt: null, createdAt: now, updatedAt: now }
      desk.pins.set(user.id, pin)
      return put(user)
    }),
    update: os.update.handler(({ input: { id, ...patch }, errors }) => {
      const user = store.find('user', id)
      if (!user) throw errors.NOT_FOUND({ data: { noun: 'user', id } })
      if (becoming(store.rows.user, user, patch.role ?? user.role)) throw errors.LAST_SUPERVISOR()
      return put({
        ...user,
        role: patch.role ?? user.role,
        language: patch.language === undefined ? user.language : patch.language,
      })
    }),
    archive: os.archive.handler(({ input: { id }, errors }) => {
      const user = store.find('user', id)
      if (!user) throw errors.NOT_FOUND({ data: { noun: 'user', id } })
      if (becoming(store.rows.user, user, null)) throw errors.LAST_SUPERVISOR()
      return put({ ...user, archivedAt: Date.now() })
    }),
    restore: os.restore.handler(({ input: { id }, errors }) => {
      const user = store.find('user', id)
      if (!user) throw errors.NOT_FOUND({ data: { noun: 'user', id } })
      return put({ ...user, archivedAt: null })
    }),
    setPin: os.setPin.handler(({ input: { id, pin }, errors }) => {
      const user = store.find('user', id)
      if (!user) throw errors.NOT_FOUND({ data: { noun: 'user', id } })
      desk.pins.set(id, pin)
      return put(user)
    }),
  })
}
