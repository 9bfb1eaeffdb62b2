import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCurve, aLine } from './load-fixture.ts'
import { OTHERS, stackOf, sumOf, together } from './stack.ts'

const energies = fc.array(fc.option(fc.nat({ max: 50_000 })), { minLength: 5, maxLength: 5 })
const curves = fc
  .array(energies, { minLength: 1, maxLength: 30 })
  .map((lines) => aCurve(lines.map((wh, index) => aLine(`s${index}`, wh))))

test('the greatest lines come first and the rest is one line', () => {
  const curve = aCurve([aLine('a', [1]), aLine('b', [9]), aLine('c', [3]), aLine('d', [2])])
  const stack = stackOf(curve, 2)
  expect(stack.map(({ key }) => key)).toEqual(['b', 'c', OTHERS])
  expect(stack[2]).toMatchObject({ count: 2, energyWh: [3] })
})

test('a single one is not put under others', () => {
  const curve = aCurve([aLine('a', [1]), aLine('b', [9]), aLine('c', [3])])
  expect(stackOf(curve, 2).map(({ key }) => key)).toEqual(['b', 'c', 'a'])
})

test('whatever is put together, the energy stays the same in every step', () => {
  fc.assert(
    fc.property(curves, fc.integer({ min: 1, max: 12 }), (curve, most) => {
      expect(together(stackOf(curve, most))).toEqual(together(curve.lines))
    }),
  )
})

test('a step that no line knows of is not nought', () => {
  expect(together([aLine('a', [null, 2]), aLine('b', [null, null])])).toEqual([null, 2])
  expect(sumOf([null, 2, 3])).toBe(5)
})

test('phases stay in their order', () => {
  const phase = (key: string, wh: number) => aLine(key, [wh], { meanDa: [wh] })
  const curve = aCurve([phase('L1', 1), phase('L2', 5), phase('L3', 3)])
  expect(stackOf(curve, 1).map(({ key }) => key)).toEqual(['L1', 'L2', 'L3'])
})
