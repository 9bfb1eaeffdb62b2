import { implement } from '@orpc/server'
import { visitContract } from '../../../../shared/contract/visit.ts'
import { addBlock, removeBlock } from '../../visit/blocks.ts'
import { changeHouseRules, houseRulesOf } from '../../visit/house-rules.ts'
import { renewLink } from '../../visit/link.ts'
import { listVisits } from '../../visit/list.ts'
import { placesOf } from '../../visit/place-code.ts'
import type { VisitRooms } from '../../visit/rooms.ts'
import { takeVisitBack } from '../../visit/take-back.ts'
import { visitToken, visitUrl } from '../../visit/token.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(visitContract).$context<Caller>().use(everyCall)

/** What drivers asked for, as the desk sees it. */
export function visitRouter(
  { store, door, issuer }: Pick<RouterParts, 'store' | 'door' | 'issuer'>,
  rooms: VisitRooms,
) {
  const { hubSecret } = issuer
  return {
    list: on.list.handler(({ input }) => listVisits(store.reads, input)),

    get: on.get.handler(async ({ input: { id }, errors }) => {
      const visit = await store.reads.get('visit', id)
      if (visit === undefined) throw errors.NOT_FOUND({ data: { noun: 'visit', id } })
      return visit
    }),

    link: on.link.handler(async ({ input: { id, renew }, context, errors }) => {
      const origin = (await door).origin()
      const visit = await store.work(context.actor, (tx) => {
        const known = tx.get('visit', id)
        if (known === undefined) throw errors.NOT_FOUND({ data: { noun: 'visit', id } })
        return renew ? renewLink(tx, known) : known
      })
      return { url: origin === null ? null : visitUrl(origin, visitToken(hubSecret, visit)) }
    }),

    cancel: on.cancel.handler(({ input, context, errors }) =>
      workOnce(store, context, 'visit.cancel', input, (tx) => {
        const { id, reason } = input
        const visit = tx.get('visit', id)
        if (visit === undefined) throw errors.NOT_FOUND({ data: { noun: 'visit', id } })
        const ended = takeVisitBack(tx, rooms, visit, 'byDesk', reason)
        if (ended === null) throw errors.NOT_NOW()
        return ended
      }),
    ),

    signs: on.signs.handler(async ({ context }) => {
      const [siteUrl = null] = (await door).state().urls
      return store.work(context.actor, (tx) => ({
        siteUrl,
        places: placesOf(tx, hubSecret).map((place) => ({
          ...place,
          url: siteUrl === null ? null : `${siteUrl}/${place.code}`,
        })),
      }))
    }),

    rules: on.rules.handler(({ context }) => store.work(context.actor, houseRulesOf)),

    setRules: on.setRules.handler(({ input, context }) =>
      workOnce(store, context, 'houseRules.update', input, (tx) => changeHouseRules(tx, input)),
    ),

    blocks: on.blocks.handler(async () => {
      const blocks = await store.reads.find('block', {})
      return blocks.toSorted((one, other) => other.createdAt - one.createdAt)
    }),

    block: on.block.handler(({ input, context }) =>
      workOnce(store, context, 'block.add', input, (tx) => addBlock(tx, input)),
    ),

    unblock: on.unblock.handler(({ input: { id }, context, errors }) =>
      store.work(context.actor, (tx) => {
        if (!removeBlock(tx, id)) throw errors.NOT_FOUND({ data: { noun: 'block', id } })
        return {}
      }),
    ),
  }
}
