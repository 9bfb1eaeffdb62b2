import type { PaperRequest, SavePaperInRequest, SavePaperRequest } from '../../shared/process.ts'

const ROLL_MM = 80
const SHORTEST_MM = 40
/** As long as a receipt of a hundred lines. */
const LONGEST_MM = 2_000
const MM_PER_INCH = 25.4
const MICRONS_PER_MM = 1_000

/** Whether a value that came from a window says on what to print. */
export function isPaperRequest(value: unknown): value is PaperRequest {
  if (typeof value !== 'object' || value === null) return false
  if (!('paper' in value) || !('heightMm' in value)) return false
  const { paper, heightMm } = value
  return (
    (paper === 'a4' || paper === 'roll80') && Number.isInteger(heightMm) && Number(heightMm) > 0
  )
}

/** Whether it says under what name to save it too. */
export function isSavePaperRequest(value: unknown): value is SavePaperRequest {
  return (
    isPaperRequest(value) && 'suggestedName' in value && typeof value.suggestedName === 'string'
  )
}

/** Whether it says in which folder too, by the ticket of one that a person has chosen. */
export function isSavePaperInRequest(value: unknown): value is SavePaperInRequest {
  return isSavePaperRequest(value) && 'ticket' in value && typeof value.ticket === 'string'
}

/** How it is made a PDF (Electron `webContents.printToPDF`: inches). The sheet keeps its own margins. */
export function pdfPageOf(request: PaperRequest) {
  const size = sizeMm(request)
  return {
    printBackground: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    pageSize:
      size === null
        ? ('A4' as const)
        : { width: size.widthMm / MM_PER_INCH, height: size.heightMm / MM_PER_INCH },
  }
}

/**
 * How it is printed (Electron `webContents.print`: microns). On A4 the style sheet has the margins, which any other kind
 * than `default` would leave out, and the numbers of the pages in them.
 */
export function printPageOf(request: PaperRequest) {
  const size = sizeMm(request)
  return {
    printBackground: true,
    margins: { marginType: size === null ? ('default' as const) : ('none' as const) },
    pageSize:
      size === null
        ? ('A4' as const)
        : { width: size.widthMm * MICRONS_PER_MM, height: size.heightMm * MICRONS_PER_MM },
  }
}

function sizeMm({ paper, heightMm }: PaperRequest): { widthMm: number; heightMm: number } | null {
  if (paper === 'a4') return null
  return { widthMm: ROLL_MM, heightMm: Math.min(LONGEST_MM, Math.max(SHORTEST_MM, heightMm)) }
}
