import type { Stripe } from 'stripe'
import { seconds } from './scene.ts'
import type { Scene } from './scene.ts'
import type { World } from './world.ts'

/** The API whose shapes the double speaks. */
export const API_VERSION = '2026-10-28.endive'
/** Events are listed for thirty days (Stripe documentation, "List all events"). */
export const EVENT_LIFE_MS = 30 * 86_400_000

type EventType = Stripe.Event['type']

/**
 * Writes down that something happened to an object, as it is now.
 * @param before the attributes that changed, as they were
 */
export function tell(scene: Scene, type: EventType, object: object, before?: object): void {
  const event: Stripe.EventBase = {
    id: scene.newId('evt'),
    object: 'event',
    api_version: API_VERSION,
    created: seconds(scene),
    data: {
      // A copy: the object goes on changing.
      object: structuredClone(object),
      ...(before === undefined ? {} : { previous_attributes: structuredClone(before) }),
    },
    livemode: scene.world.livemode,
    pending_webhooks: 0,
    request: {
      id: scene.asked?.requestId ?? null,
      idempotency_key: scene.asked?.idempotencyKey ?? null,
    },
    type,
  }
  scene.world.tables.event[event.id] = event
  const { delayMs, twice, back } = scene.tellEvent(event)
  if (delayMs > 0) scene.world.heldBack.push({ id: event.id, at: scene.now + delayMs })
  else list(scene.world, event.id, back)
  if (twice) list(scene.world, event.id, 0)
}

/** Takes back what was told of an object that came to nothing in the same request. */
export function untell(world: World, objectId: string): void {
  const isOf = (id: string) =>
    Reflect.get(world.tables.event[id]?.data.object ?? {}, 'id') === objectId
  const gone = new Set(Object.keys(world.tables.event).filter(isOf))
  for (const id of gone) delete world.tables.event[id]
  world.told = world.told.filter((id) => !gone.has(id))
  world.heldBack = world.heldBack.filter(({ id }) => !gone.has(id))
}

/** Lists what was held back until now. */
export function tellHeldBack(world: World, now: number): void {
  const ready = world.heldBack.filter(({ at }) => at <= now)
  if (ready.length === 0) return
  world.heldBack = world.heldBack.filter(({ at }) => at > now)
  for (const { id } of ready) list(world, id, 0)
}

/** The events that are still told, oldest first. */
export function toldEvents({ world, now }: Scene): Stripe.EventBase[] {
  const since = (now - EVENT_LIFE_MS) / 1000
  return world.told.flatMap((id) => {
    const event = world.tables.event[id]
    return event === undefined || event.created < since ? [] : [event]
  })
}

function list(world: World, id: string, back: number): void {
  world.told.splice(Math.max(0, world.told.length - back), 0, id)
}
