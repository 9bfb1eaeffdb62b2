/** A sheet of A4, mm (ISO 216). */
export const SHEET = { widthMm: 210, heightMm: 297 } as const

/** What can be printed: one for the entrance on a whole sheet, or cards of A6 or A7 for connectors. */
export const signKinds = ['entrance', 'four', 'eight'] as const
export type SignKind = (typeof signKinds)[number]

const grids = {
  entrance: { columns: 1, rows: 1 },
  four: { columns: 2, rows: 2 },
  eight: { columns: 2, rows: 4 },
} as const satisfies Record<SignKind, { columns: number; rows: number }>

/** How far a mark reaches from where two cuts cross, mm. */
const CROSS_MM = 4
/** How far one reaches in from the edge, mm: farther than where most printers begin to print. */
const EDGE_MM = 10

/** A rectangle on the sheet, from its top left corner, mm. */
export interface Box {
  readonly leftMm: number
  readonly topMm: number
  readonly widthMm: number
  readonly heightMm: number
}

/** A line on the sheet, mm. */
export interface Line {
  readonly fromX: number
  readonly fromY: number
  readonly toX: number
  readonly toY: number
}

/** Where the cards of a sheet lie, row by row. Together they fill it, so that each cut is one straight line. */
export function boxesOf(kind: SignKind): Box[] {
  const { columns, rows } = grids[kind]
  const [widthMm, heightMm] = [SHEET.widthMm / columns, SHEET.heightMm / rows]
  return Array.from({ length: columns * rows }, (_, at) => ({
    leftMm: (at % columns) * widthMm,
    topMm: Math.floor(at / columns) * heightMm,
    widthMm,
    heightMm,
  }))
}

/** What is to be printed, sheet by sheet. */
export function sheetsOf<Card>(kind: SignKind, cards: readonly Card[]): (readonly Card[])[] {
  const each = boxesOf(kind).length
  return Array.from({ length: Math.ceil(cards.length / each) }, (_, at) =>
    cards.slice(at * each, (at + 1) * each),
  )
}

/** Where it is to be cut: ticks at the edges of the sheet, and a cross where two cuts meet. */
export function cutMarks(kind: SignKind): Line[] {
  const { columns, rows } = grids[kind]
  const xs = inner(columns, SHEET.widthMm)
  const ys = inner(rows, SHEET.heightMm)
  const upright = (x: number, fromY: number, toY: number) => ({ fromX: x, fromY, toX: x, toY })
  const level = (y: number, fromX: number, toX: number) => ({ fromX, fromY: y, toX, toY: y })
  return [
    ...xs.flatMap((x) => [
      upright(x, 0, EDGE_MM),
      upright(x, SHEET.heightMm - EDGE_MM, SHEET.heightMm),
      ...ys.map((y) => upright(x, y - CROSS_MM, y + CROSS_MM)),
    ]),
    ...ys.flatMap((y) => [
      level(y, 0, EDGE_MM),
      level(y, SHEET.widthMm - EDGE_MM, SHEET.widthMm),
      ...xs.map((x) => level(y, x - CROSS_MM, x + CROSS_MM)),
    ]),
  ]
}

/** Where a length that is parted so often is cut. */
function inner(parts: number, lengthMm: number): number[] {
  return Array.from({ length: parts - 1 }, (_, at) => ((at + 1) * lengthMm) / parts)
}

/** As large as a connector's name may be written, pt: as large as its card has room for. */
export function nameSizePt(name: string, kind: SignKind): number {
  const roomMm = kind === 'eight' ? 46 : 85
  const largestPt = kind === 'eight' ? 40 : 64
  const PT_PER_MM = 72 / 25.4
  // A bold letter is about two thirds as wide as it is high.
  const fittingPt = (roomMm * PT_PER_MM) / (Math.max(1, [...name].length) * 0.66)
  return Math.max(SMALLEST_PT, Math.min(largestPt, Math.floor(fittingPt)))
}

/** Smaller than this it is no name in large letters; longer ones take a second line. */
const SMALLEST_PT = 16

/** A code as it is read out and typed: in two halves. */
export function codeText(code: string): string {
  const half = Math.ceil(code.length / 2)
  return `${code.slice(0, half)} ${code.slice(half)}`
}
