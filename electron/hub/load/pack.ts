import { NONE, type Steps } from '../../../shared/domain/load/steps.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** The first bytes: whether currents take four bytes or two, how many steps, and in which of them anything is drawn. */
const HEADER = 8
const NARROW_NONE = 65_535

/**
 * Steps as bytes, each figure's values one after the other. Before the first step in which anything is drawn and after
 * the last only what is known is kept: a charger is idle most of the day.
 */
export function packSteps(steps: Steps): Uint8Array {
  const { count } = steps
  let [first, end, wide] = [count, 0, 0]
  for (let step = 0; step < count; step += 1) {
    if (isStill(steps, step)) continue
    first = Math.min(first, step)
    end = step + 1
    if (isWide(steps, step)) wide = 1
  }
  const drawn = Math.max(0, end - first)
  const bytes = new Uint8Array(HEADER + drawn * (wide === 1 ? 20 : 14) + count * 3)
  new Uint16Array(bytes.buffer, 0, 4).set([wide, count, first, drawn])
  let at = HEADER
  for (const figure of [steps.energyWh, steps.maxW, ...(wide === 1 ? steps.meanDa : [])]) {
    new Int32Array(bytes.buffer, at, drawn).set(figure.subarray(first, first + drawn))
    at += 4 * drawn
  }
  for (const phase of wide === 1 ? [] : steps.meanDa) {
    const narrow = new Uint16Array(bytes.buffer, at, drawn)
    for (let step = 0; step < drawn; step += 1) {
      const da = phase[first + step] ?? NONE
      narrow[step] = da === NONE ? NARROW_NONE : da
    }
    at += 2 * drawn
  }
  new Uint16Array(bytes.buffer, at, count).set(steps.known)
  bytes.set(steps.flags, at + 2 * count)
  return bytes
}

/**
 * The steps that bytes of `packSteps` say; what holds their place in time is not among it. They may share memory with
 * the bytes.
 * @param currents whether currents are wanted; without them there are none
 */
export function unpackSteps(
  packed: Uint8Array,
  startsAt: Instant,
  stepMs: number,
  currents = true,
): Steps {
  // Figures of four bytes are read where they lie, which has to be at a multiple of four.
  const bytes = packed.byteOffset % 4 === 0 ? packed : packed.slice()
  const { buffer } = bytes
  const [wide = 0, count = 0, first = 0, drawn = 0] = new Uint16Array(buffer, bytes.byteOffset, 4)
  const head = bytes.byteOffset + HEADER
  const tail = bytes.byteOffset + bytes.length - 3 * count
  const known = new Uint16Array(buffer, tail, count)
  const flags = new Uint8Array(buffer, tail + 2 * count, count)

  const figure = (index: number) => new Int32Array(buffer, head + 4 * drawn * index, drawn)
  const whole = (values: ArrayLike<number>): Int32Array => {
    const all = new Int32Array(count)
    for (let step = 0; step < count; step += 1) if ((known[step] ?? 0) === 0) all[step] = NONE
    all.set(values, first)
    return all
  }
  const phase = (index: number): Int32Array => {
    if (wide === 1) return whole(figure(2 + index))
    const values = new Uint16Array(buffer, head + drawn * (8 + 2 * index), drawn)
    return whole(Int32Array.from(values, (value) => (value === NARROW_NONE ? NONE : value)))
  }
  const energyWh = new Int32Array(count)
  energyWh.set(figure(0), first)
  return {
    ...{ startsAt, stepMs, count, energyWh, known, flags },
    maxW: whole(figure(1)),
    meanDa: currents ? [phase(0), phase(1), phase(2)] : noCurrents(count),
  }
}

/** Currents that nobody asked for, by how many. */
const withoutCurrents = new Map<number, Steps['meanDa']>()

function noCurrents(count: number): Steps['meanDa'] {
  const made = withoutCurrents.get(count)
  if (made !== undefined) return made
  const none = new Int32Array(count).fill(NONE)
  withoutCurrents.set(count, [none, none, none])
  return [none, none, none]
}

/** Whether nothing is drawn in the step, as far as it is known. */
function isStill({ energyWh, maxW, meanDa, known }: Steps, step: number): boolean {
  const nothing = (known[step] ?? 0) > 0 ? 0 : NONE
  if (energyWh[step] !== 0 || maxW[step] !== nothing) return false
  return meanDa.every((phase) => phase[step] === nothing)
}

function isWide({ meanDa }: Steps, step: number): boolean {
  return meanDa.some((phase) => {
    const da = phase[step] ?? NONE
    return da !== NONE && (da < 0 || da >= NARROW_NONE)
  })
}
