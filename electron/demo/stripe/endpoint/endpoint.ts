import type { Requests } from '../schema/roots.ts'
import type { Scene } from '../world/scene.ts'

/** One endpoint: the right that it takes, and what it does. */
export type Endpoint<Name extends keyof Requests> = {
  /** The right of a restricted key, such as `rak_refund_write`; null when every key has it. */
  right: string | null
  /** Whether it is there for test mode alone. */
  testOnly?: true
  /** @param id what stands for `:id` in its path */
  run: (scene: Scene, params: Requests[Name], id: string) => object
}

/** Some of the endpoints, by method and path. */
export type Endpoints<Names extends keyof Requests> = { [Name in Names]: Endpoint<Name> }

/** The endpoints under a path. */
export type Under<Path extends string> = Extract<
  keyof Requests,
  `${string} ${Path}` | `${string} ${Path}/${string}`
>
