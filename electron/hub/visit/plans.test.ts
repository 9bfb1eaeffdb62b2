import { expect, test } from 'vitest'
import { snapshot } from '../live/snapshot.ts'
import { messageKeeper } from '../message/message-keeper.ts'
import { watchPlans } from '../store/test-bench/query-plans.ts'
import { listVisits } from './list.ts'
import { visitingHub } from './test-bench/visiting-hub.ts'

test('however many visits a site has had, each chore looks at those alone that are under way or late', async () => {
  const { hub, book, pay, close } = await visitingHub()
  const { store, drivers, dir, secret } = hub.face
  const { token } = await book()
  const plans = watchPlans()
  await pay(token)
  for (const chore of drivers.keeper.chores) await chore.run()
  const messages = messageKeeper({
    ...{ store, dataDir: dir, hubSecret: secret, clock: () => hub.face.now, wakes: false },
    ...{ origin: () => null, failed: (error: unknown) => expect.unreachable(String(error)) },
  })
  await messages.look()
  for (const isOpen of [true, false, undefined])
    await listVisits(store.reads, { isOpen, limit: 20 })
  await snapshot(store.reads, hub.face.now, true)
  await messages.close()
  const looked = plans().filter((line) => /\bvisit\b/.test(line))
  await close()
  expect(looked).not.toEqual([])
  expect(looked.filter((line) => !/^(SEARCH visit|SCAN visit USING INDEX)/.test(line))).toEqual([])
})
