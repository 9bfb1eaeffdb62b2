import type { Instant } from '../../time/instant.ts'
import type { Span } from './meter.ts'
import { ROLL_BACK_MS } from './register.ts'

/** The moments around new ones that told something. */
export interface Neighbours {
  /** The last before with a register; null where there is none. */
  readonly registerBefore: Instant | null
  /** The first after with a register, no sooner than `ROLL_BACK_MS` later; sooner where there is no other. */
  readonly registerAfter: Instant | null
  /** The first after of any kind. */
  readonly after: Instant | null
}

/**
 * The time whose load may be another once these moments are told: from the register before, which the new one is the
 * next of, to the one after. Powers reach no further than a gap is long, unless a register after them makes them the
 * shape of its movement. The last that was told counts until something else is: without end.
 */
export function touchedBy(
  told: Span & { readonly register: boolean },
  { registerBefore, registerAfter, after }: Neighbours,
  gapMs: number,
): Span {
  const near = told.from - gapMs
  const far = told.register || registerAfter !== null
  return {
    from: far ? Math.min(registerBefore ?? near, near) : near,
    until: after === null ? Infinity : Math.max(told.until + gapMs, registerAfter ?? 0, after),
  }
}

/** From when on moments are needed to tell what the register did from then on. */
export function neededFrom(from: Instant): Instant {
  return from - ROLL_BACK_MS
}
