import type { SlotValues } from './picture.ts'

/** Where a slot begins and where a power lies, px. */
export interface Place {
  readonly x: (index: number) => number
  readonly y: (powerW: number) => number
}

/** A line that holds each slot's value over its length, as an SVG path; it is broken where nothing is known. */
export function stepLine(values: SlotValues, { x, y }: Place): string {
  let path = ''
  let before: number | null = null
  values.forEach((value, index) => {
    if (value === null) {
      before = null
      return
    }
    if (before === null) path += `M${px(x(index))} ${px(y(value))}`
    else if (value !== before) path += `V${px(y(value))}`
    path += `H${px(x(index + 1))}`
    before = value
  })
  return path
}

/** The area under a line. */
export function stepArea(values: SlotValues, place: Place): string {
  return areaBetween(
    values.map((value) => (value === null ? null : 0)),
    values,
    place,
  )
}

/** The area between two lines, where the upper one lies above the lower; nothing where either is not known. */
export function areaBetween(lower: SlotValues, upper: SlotValues, { x, y }: Place): string {
  let path = ''
  let run: { from: number; tops: number[]; bottoms: number[] } | null = null
  const close = (): void => {
    if (run === null) return
    const { from, tops, bottoms } = run
    path += `M${px(x(from))} ${px(y(bottoms[0] ?? 0))}`
    tops.forEach((top, index) => (path += `V${px(y(top))}H${px(x(from + index + 1))}`))
    for (let index = bottoms.length - 1; index >= 0; index -= 1)
      path += `V${px(y(bottoms[index] ?? 0))}H${px(x(from + index))}`
    path += 'Z'
    run = null
  }
  upper.forEach((top, index) => {
    const bottom = lower[index] ?? null
    if (top === null || bottom === null || top <= bottom) return close()
    run ??= { from: index, tops: [], bottoms: [] }
    run.tops.push(top)
    run.bottoms.push(bottom)
  })
  close()
  return path
}

function px(value: number): number {
  return Math.round(value * 10) / 10
}
