import { lookUp } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { invalid } from './refused.ts'

/** Lists that an object has only when they are asked for. */
export type Include = (scene: Scene, object: object, name: string) => object | null

const DEEPEST = 4

/**
 * Puts objects in the place of their ids, along paths such as `latest_charge.balance_transaction`; in a
 * list, paths begin with `data`.
 * @param answer a copy: it is changed
 * @throws Refused for a path that leads nowhere
 */
export function expand(
  scene: Scene,
  answer: object,
  paths: readonly string[],
  include: Include,
): void {
  for (const path of paths) {
    const names = path.split('.')
    if (names.length > DEEPEST) {
      throw invalid(
        `You cannot expand more than ${DEEPEST} levels of a property. Property: ${path}`,
        {
          param: 'expand',
        },
      )
    }
    expandPath(scene, answer, names, path, include)
  }
}

function expandPath(
  scene: Scene,
  holder: object,
  [name = '', ...rest]: string[],
  path: string,
  include: Include,
): void {
  const held = expanded(scene, holder, name, path, include)
  if (rest.length === 0 || held === null) return
  const inside = Array.isArray(held) ? held : [held]
  for (const each of inside) {
    if (isObject(each)) expandPath(scene, each, rest, path, include)
  }
}

function expanded(
  scene: Scene,
  holder: object,
  name: string,
  path: string,
  include: Include,
): unknown {
  const included = include(scene, holder, name)
  if (included !== null) {
    Reflect.set(holder, name, included)
    return included
  }
  const held: unknown = Reflect.get(holder, name)
  if (held === undefined) {
    throw invalid(`This property cannot be expanded (${path}).`, { param: 'expand' })
  }
  if (typeof held !== 'string') return held
  const object = lookUp(scene, held)
  if (object === null) {
    throw invalid(`This property cannot be expanded (${path}).`, { param: 'expand' })
  }
  const copy = structuredClone(object)
  Reflect.set(holder, name, copy)
  return copy
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
