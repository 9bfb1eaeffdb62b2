import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aBill } from '../payment/payment-fixture.ts'
import { correctionLine } from './bill-of.ts'
import { dueAgainMinor, linesOf, partOf, stillOff } from './taken-off.ts'

const incl = (sums: readonly { exclMinor: number; vatMinor: number }[]) =>
  sums.reduce((all, { exclMinor, vatMinor }) => all + exclMinor + vatMinor, 0)

const vatSums = fc.uniqueArray(
  fc.record({
    ratePct: fc.constantFrom(0, 6, 12, 25),
    exclMinor: fc.nat(100_000),
    vatMinor: fc.nat(25_000),
  }),
  { selector: ({ ratePct }) => ratePct, maxLength: 4 },
)

it('says what would be due again: nothing of what was paid twice, nor before the stay is over', () => {
  expect(dueAgainMinor(3_000, aBill({ dueMinor: 0 }))).toBe(3_000)
  expect(dueAgainMinor(10_000, aBill({ dueMinor: -10_000 }))).toBe(0)
  expect(dueAgainMinor(10_000, aBill({ dueMinor: -4_000 }))).toBe(6_000)
  expect(dueAgainMinor(3_000, aBill({ state: 'running', dueMinor: 0 }))).toBe(0)
})

it('splits a part by the bill’s own rates', () => {
  const vat = [
    { ratePct: 6, exclMinor: 1_000, vatMinor: 60 },
    { ratePct: 25, exclMinor: 8_000, vatMinor: 2_000 },
  ]
  expect(partOf(vat, 5_530)).toEqual([
    { ratePct: 6, exclMinor: 500, vatMinor: 30 },
    { ratePct: 25, exclMinor: 4_000, vatMinor: 1_000 },
  ])
})

it('comes to the part exactly, and never to more than a rate’s net or tax', () => {
  fc.assert(
    fc.property(vatSums, fc.double({ min: 0, max: 1, noNaN: true }), (vat, share) => {
      const minor = Math.round(incl(vat) * share)
      const parts = partOf(vat, minor)
      expect(incl(parts)).toBe(minor)
      for (const part of parts) {
        const whole = vat.find(({ ratePct }) => ratePct === part.ratePct)
        expect(part.exclMinor).toBeGreaterThanOrEqual(0)
        expect(part.vatMinor).toBeGreaterThanOrEqual(0)
        expect(part.exclMinor).toBeLessThanOrEqual(whole?.exclMinor ?? -1)
        expect(part.vatMinor).toBeLessThanOrEqual(whole?.vatMinor ?? -1)
      }
    }),
  )
})

it('takes all off all, and puts back what it took', () => {
  fc.assert(
    fc.property(vatSums, (vat) => {
      const all = partOf(vat, incl(vat))
      expect(incl([...linesOf(all, 'takenOff'), ...linesOf(all, 'putBack')])).toBe(0)
      expect(all).toEqual(vat.filter((sum) => sum.exclMinor + sum.vatMinor > 0))
    }),
  )
})

it('puts back no more than is still off', () => {
  const takenOff = [{ ratePct: 25, exclMinor: 8_000, vatMinor: 2_000 }]
  expect(stillOff(takenOff, [correctionLine(-6_000, 25)])).toEqual([
    { ratePct: 25, exclMinor: 4_800, vatMinor: 1_200 },
  ])
  expect(stillOff(takenOff, [])).toEqual([])
})
