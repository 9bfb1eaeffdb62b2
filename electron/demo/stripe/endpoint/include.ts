import type { Scene } from '../world/scene.ts'
import { idOf } from '../world/scene.ts'

/** The lists inside a charge and a session, which are there when they are asked for. */
export function include({ world }: Scene, object: object, name: string): object | null {
  const id: unknown = Reflect.get(object, 'id')
  if (typeof id !== 'string') return null
  if (name === 'refunds' && id in world.tables.charge) {
    const all = Object.values(world.tables.refund).filter(({ charge }) => idOf(charge) === id)
    return list(all.toReversed(), `/v1/charges/${id}/refunds`)
  }
  if (name === 'line_items' && id in world.sessionPlans) {
    return list(world.sessionPlans[id]?.items ?? [], `/v1/checkout/sessions/${id}/line_items`)
  }
  return null
}

function list(items: readonly object[], url: string): object {
  return {
    object: 'list',
    data: structuredClone(items.slice(0, 10)),
    has_more: items.length > 10,
    url,
  }
}
