import { implement } from '@orpc/server'
import { siteContract } from '../../../../shared/contract/site.ts'
import type { Site } from '../../../../shared/domain/site/site.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(siteContract).$context<Caller>().use(everyCall)

const theOnly = ([site]: Site[]): Site => {
  if (!site) throw new Error('The site is made when the hub starts.')
  return site
}

export function siteRouter({ store, sessions }: RouterParts) {
  return {
    get: on.get.handler(async () => theOnly(await store.reads.find('site', {}))),
    update: on.update.handler(async ({ input, context }) => {
      const changed = await store.work(context.actor, (tx) => {
        const before = theOnly(tx.find('site', {}))
        const after = tx.update('site', before.id, { ...input, updatedAt: tx.now }) ?? before
        tx.journal({ act: 'site.update', noun: 'site', nounId: before.id, before, after })
        return after
      })
      // The name and when a desk locks are told to each.
      await sessions.lookAgain()
      return changed
    }),
  }
}
