import type { Reads } from '../../store/reads.ts'
import { os, type RouterParts } from './parts.ts'

const theSite = async (reads: Reads) => {
  const [site] = await reads.find('site', {})
  if (!site) throw new Error('The site is made when the hub starts.')
  return site
}

export function siteRouter({ store }: RouterParts) {
  return {
    get: os.site.get.handler(() => theSite(store.reads)),
    update: os.site.update.handler(({ input, context }) =>
      store.work(context.actor, async (tx) => {
        const before = await theSite(tx)
        const after =
          (await tx.update('site', before.id, { ...input, updatedAt: tx.now })) ?? before
        await tx.journal({ act: 'site.update', noun: 'site', nounId: before.id, before, after })
        return after
      }),
    ),
  }
}
