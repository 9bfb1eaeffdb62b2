import { blankSteps, NONE, type Steps } from '../../../shared/domain/load/steps.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** How steps are packed: only what is known of them where nothing is drawn, currents in two bytes where they fit. */
const STILL = 0
const NARROW = 1
const WIDE = 2

const HEADER = 4
const NARROW_NONE = 65_535

/** Steps as bytes, each figure's values one after the other: an hour's minutes take a kilobyte, idle ones a fifth. */
export function packSteps(steps: Steps): Uint8Array {
  const { count } = steps
  const kind = kindOf(steps)
  const bytes = new Uint8Array(
    HEADER + count * (3 + (kind === STILL ? 0 : kind === NARROW ? 14 : 20)),
  )
  bytes[0] = kind
  bytes[1] = count
  let at = HEADER
  if (kind !== STILL) {
    for (const figure of [steps.energyWh, steps.maxW]) {
      new Int32Array(bytes.buffer, at, count).set(figure)
      at += 4 * count
    }
    for (const phase of steps.meanDa) {
      if (kind === WIDE) new Int32Array(bytes.buffer, at, count).set(phase)
      else {
        const narrow = new Uint16Array(bytes.buffer, at, count)
        for (let step = 0; step < count; step += 1)
          narrow[step] = phase[step] === NONE ? NARROW_NONE : (phase[step] ?? 0)
      }
      at += (kind === WIDE ? 4 : 2) * count
    }
  }
  new Uint16Array(bytes.buffer, at, count).set(steps.known)
  bytes.set(steps.flags, at + 2 * count)
  return bytes
}

/** The steps that bytes of `packSteps` say; what holds their place in time is not among it. */
export function unpackSteps(packed: Uint8Array, startsAt: Instant, stepMs: number): Steps {
  // Figures of four bytes are read where they lie, which has to be at a multiple of four.
  const bytes = packed.byteOffset % 4 === 0 ? packed : packed.slice()
  const [kind = STILL, count = 0] = bytes
  const steps = blankSteps(startsAt, stepMs, count)
  let at = bytes.byteOffset + HEADER
  if (kind !== STILL) {
    for (const figure of [steps.energyWh, steps.maxW]) {
      figure.set(new Int32Array(bytes.buffer, at, count))
      at += 4 * count
    }
    for (const phase of steps.meanDa) {
      if (kind === WIDE) phase.set(new Int32Array(bytes.buffer, at, count))
      else {
        const narrow = new Uint16Array(bytes.buffer, at, count)
        for (let step = 0; step < count; step += 1)
          phase[step] = narrow[step] === NARROW_NONE ? NONE : (narrow[step] ?? 0)
      }
      at += (kind === WIDE ? 4 : 2) * count
    }
  }
  steps.known.set(new Uint16Array(bytes.buffer, at, count))
  steps.flags.set(new Uint8Array(bytes.buffer, at + 2 * count, count))
  if (kind === STILL)
    for (let step = 0; step < count; step += 1)
      if ((steps.known[step] ?? 0) > 0)
        for (const figure of [steps.maxW, ...steps.meanDa]) figure[step] = 0
  return steps
}

function kindOf(steps: Steps): number {
  let still = true
  for (let step = 0; step < steps.count; step += 1) {
    const nothing = (steps.known[step] ?? 0) > 0 ? 0 : NONE
    still &&= steps.energyWh[step] === 0 && steps.maxW[step] === nothing
    for (const phase of steps.meanDa) {
      const da = phase[step] ?? NONE
      still &&= da === nothing
      if (da !== NONE && (da < 0 || da >= NARROW_NONE)) return WIDE
    }
  }
  return still ? STILL : NARROW
}
