import { expect, test } from 'vitest'
import {
  boxesOf,
  codeText,
  cutMarks,
  nameSizePt,
  SHEET,
  sheetsOf,
  signKinds,
} from './sign-layout.ts'

test('the cards of a sheet fill it and lie on no other', () => {
  for (const kind of signKinds) {
    const boxes = boxesOf(kind)
    const area = boxes.reduce((sum, { widthMm, heightMm }) => sum + widthMm * heightMm, 0)
    expect(area).toBeCloseTo(SHEET.widthMm * SHEET.heightMm)
    for (const box of boxes) {
      expect(box.leftMm + box.widthMm).toBeLessThanOrEqual(SHEET.widthMm)
      expect(box.topMm + box.heightMm).toBeLessThanOrEqual(SHEET.heightMm)
      const over = boxes.filter(
        (other) =>
          other.leftMm < box.leftMm + box.widthMm &&
          box.leftMm < other.leftMm + other.widthMm &&
          other.topMm < box.topMm + box.heightMm &&
          box.topMm < other.topMm + other.heightMm,
      )
      expect(over).toEqual([box])
    }
  }
})

test('four of a sheet are A6, eight are A7', () => {
  expect(boxesOf('four')[0]).toMatchObject({ widthMm: 105, heightMm: 148.5 })
  expect(boxesOf('eight')[0]).toMatchObject({ widthMm: 105, heightMm: 74.25 })
})

test('every card is on one sheet, in order, and none is empty', () => {
  const cards = Array.from({ length: 11 }, (_, at) => at)
  expect(sheetsOf('four', cards)).toEqual([
    [0, 1, 2, 3],
    [4, 5, 6, 7],
    [8, 9, 10],
  ])
  expect(sheetsOf('eight', cards).flat()).toEqual(cards)
  expect(sheetsOf('four', [])).toEqual([])
})

test('cuts run where two cards meet, marked at both edges and where they cross', () => {
  expect(cutMarks('entrance')).toEqual([])
  const upright = cutMarks('four').filter(({ fromX, toX }) => fromX === toX)
  expect(upright.map(({ fromX }) => fromX)).toEqual([105, 105, 105])
  expect(upright.map(({ fromY }) => fromY)).toEqual([0, 287, 144.5])
  expect(cutMarks('eight').filter(({ fromY, toY }) => fromY === toY)).toHaveLength(9)
})

test('a name is as large as there is room for, and never too small to be read from afar', () => {
  expect(nameSizePt('A1', 'four')).toBe(64)
  expect(nameSizePt('A12 · 2', 'four')).toBeLessThan(64)
  expect(nameSizePt('A1', 'eight')).toBe(40)
  expect(nameSizePt('Norra infarten, vänster sida', 'eight')).toBe(16)
})

test('a code is read in two halves', () => {
  expect(codeText('A1B2C3')).toBe('A1B 2C3')
})
