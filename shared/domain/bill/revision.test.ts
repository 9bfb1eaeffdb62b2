import { expect, test } from 'vitest'
import { HOUR } from '../../time/instant.ts'
import { simpleTariff } from '../tariff/tariff-fixture.ts'
import { correctionLine } from './bill-of.ts'
import type { BillRevision } from './bill.ts'
import { stayPeriods } from './periods.ts'
import { basisOf, nextRevision, type RevisionBasis, withCorrections } from './revision.ts'
import { aStay, aTransaction, T0 } from './stay-fixture.ts'

const tariff = { ocpi: simpleTariff }
const basisFor = (energyWh: number): RevisionBasis => ({
  tariff,
  settlement: 'pay',
  timeZone: 'Europe/Stockholm',
  corrections: [],
  energyWh,
  periods: stayPeriods(aStay({ transaction: aTransaction({ energyWh }) }), 0),
})
const written = (draft: ReturnType<typeof nextRevision>): BillRevision => {
  if (draft === null) throw new Error('nothing to write')
  return { id: 'r', billId: 'b', ledgerEntryId: null, at: T0 + 2 * HOUR, ...draft }
}
const first = written(nextRevision(null, basisFor(20_000), { reason: 'ended' }))

test('a bill is made final once, and again only for something else', () => {
  expect(first).toMatchObject({ revision: 1, reason: 'ended', inclMinor: 6_400, energyWh: 20_000 })
  expect(nextRevision(first, basisFor(20_000), { reason: 'stopAgain' })).toBeNull()
  expect(nextRevision(first, basisFor(21_000), { reason: 'lateValues' })).toMatchObject({
    revision: 2,
    reason: 'lateValues',
    inclMinor: 6_720,
  })
})

test('a correction by hand is a revision with its own line, and stays in those that follow', () => {
  const corrections = withCorrections(first, [correctionLine(-1_000, 25)])
  if (corrections === 'belowZero') throw new Error('it is above zero')
  const second = written(
    nextRevision(
      first,
      { ...basisOf(first, tariff), corrections },
      { reason: 'byHand', note: 'cable' },
    ),
  )
  expect(second).toMatchObject({ revision: 2, note: 'cable', inclMinor: 5_400, corrections })
  const later = { ...basisFor(21_000), corrections: second.corrections }
  expect(nextRevision(second, later, { reason: 'lateValues' })).toMatchObject({
    revision: 3,
    inclMinor: 5_720,
  })
})

test('a correction below nothing is refused', () => {
  expect(withCorrections(first, [correctionLine(-6_401, 25)])).toBe('belowZero')
  expect(withCorrections(first, [correctionLine(-6_400, 25)])).toHaveLength(1)
})

test('who pays is part of a revision: what becomes free costs nothing from then on', () => {
  const free = { ...basisOf(first, tariff), settlement: 'free' as const }
  expect(nextRevision(first, free, { reason: 'byHand' })).toMatchObject({
    settlement: 'free',
    inclMinor: 0,
    lines: [{ kind: 'energy', quantity: 20 }],
  })
})
