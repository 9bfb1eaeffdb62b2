import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankSteps, NONE, type Steps, WHOLE } from '../../../shared/domain/load/steps.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { packSteps, unpackSteps } from './pack.ts'

const anyFigure = (most: number) =>
  fc.oneof(fc.constant(0), fc.constant(NONE), fc.integer({ min: -most, max: most }))

const anySteps: fc.Arbitrary<Steps> = fc
  .array(
    fc.record({
      energyWh: fc.integer({ min: -1_000_000, max: 100_000_000 }),
      maxW: anyFigure(100_000_000),
      currents: fc.tuple(anyFigure(70_000), anyFigure(70_000), anyFigure(70_000)),
      known: fc.integer({ min: 0, max: WHOLE }),
      flags: fc.nat(31),
    }),
    { maxLength: 96 },
  )
  .map((rows) => {
    const steps = blankSteps(0, MINUTE, rows.length)
    for (const [at, row] of rows.entries()) {
      steps.energyWh[at] = row.energyWh
      steps.maxW[at] = row.maxW
      steps.known[at] = row.known
      steps.flags[at] = row.flags
      for (const phase of [0, 1, 2] as const) steps.meanDa[phase][at] = row.currents[phase]
    }
    return steps
  })

test('what was packed is what is unpacked, wherever its bytes lie', () => {
  fc.assert(
    fc.property(anySteps, fc.nat(3), (steps, offset) => {
      const packed = packSteps(steps)
      const elsewhere = new Uint8Array(packed.length + offset)
      elsewhere.set(packed, offset)
      expect(unpackSteps(elsewhere.subarray(offset), 0, MINUTE)).toEqual(steps)
    }),
  )
})

test('steps in which nothing is drawn take little room', () => {
  const idle = blankSteps(0, MINUTE, 60)
  for (const figure of [idle.maxW, ...idle.meanDa]) figure.fill(0, 0, 30)
  idle.known.fill(WHOLE, 0, 30)
  expect(unpackSteps(packSteps(idle), 0, MINUTE)).toEqual(idle)
  expect(packSteps(idle).length).toBeLessThan(200)
})
