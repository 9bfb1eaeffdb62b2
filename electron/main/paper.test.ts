import { describe, expect, test } from 'vitest'
import {
  isPaperRequest,
  isSavePaperInRequest,
  isSavePaperRequest,
  pdfPageOf,
  printPageOf,
} from './paper.ts'

describe('what a window wants printed', () => {
  test('names a paper that is known and a length that is one', () => {
    expect(isPaperRequest({ paper: 'a4', heightMm: 297 })).toBe(true)
    expect(isSavePaperRequest({ paper: 'roll80', heightMm: 140, suggestedName: 'a.pdf' })).toBe(
      true,
    )
  })

  test('names a folder by a ticket alone', () => {
    const sheet = { paper: 'a4', heightMm: 297, suggestedName: 'a.pdf' }
    expect(isSavePaperInRequest({ ...sheet, ticket: 'the shell’s own' })).toBe(true)
    expect(isSavePaperInRequest(sheet)).toBe(false)
    expect(isSavePaperInRequest({ ...sheet, ticket: 7 })).toBe(false)
  })

  test.each([
    null,
    'a4',
    { paper: 'letter', heightMm: 100 },
    { paper: 'a4', heightMm: 1.5 },
    { paper: 'roll80', heightMm: -1 },
    { paper: 'roll80', heightMm: '100' },
  ])('%j is refused', (request) => {
    expect(isPaperRequest(request)).toBe(false)
  })

  test('is as wide as its roll, and no longer than a roll can be', () => {
    const { pageSize } = printPageOf({ paper: 'roll80', heightMm: 99_999 })
    expect(pageSize).toEqual({ width: 80_000, height: 2_000_000 })
    expect(pdfPageOf({ paper: 'roll80', heightMm: 127 }).pageSize).toEqual({
      width: 80 / 25.4,
      height: 5,
    })
    expect(pdfPageOf({ paper: 'a4', heightMm: 1 }).pageSize).toBe('A4')
  })

  test('has on A4 the margins that its sheet asks for, with the page numbers in them', () => {
    const { margins, pageSize } = printPageOf({ paper: 'a4', heightMm: 600 })
    expect([pageSize, margins.marginType]).toEqual(['A4', 'default'])
    expect(printPageOf({ paper: 'roll80', heightMm: 600 }).margins.marginType).toBe('none')
  })
})
