import { expect, it } from 'vitest'
import { firstWalkUpTerms } from '../../../../shared/domain/walk-up/walk-up-terms.ts'
import type { WalkUpTerms } from '../../../../shared/domain/walk-up/walk-up-terms.ts'
import { spanOf, walkUpTermsWays, withPays } from './walk-up-terms-form.ts'

const terms: WalkUpTerms = {
  id: 'walkUpTerms',
  ...firstWalkUpTerms,
  defaultNeed: { kind: 'energy', energyWh: 15_000 },
  holdMinor: 25_000,
  updatedAt: 0,
}
const { formOf, flawsOf, patchOf } = walkUpTermsWays('SEK', 'sv')

it('shows the terms, and changes nothing by that', () => {
  expect(formOf(terms)).toMatchObject({ need: 'energy', kWh: '15', hold: '250,00' })
  expect(flawsOf(formOf(terms))).toEqual([])
  expect(patchOf(formOf(terms), terms)).toEqual({})
})

it('sends only what was changed', () => {
  const form = { ...formOf(terms), need: 'for' as const, stayMin: ' 90 ', hold: '' }
  expect(patchOf(form, terms)).toEqual({
    defaultNeed: { kind: 'for', stayMin: 90 },
    holdMinor: 0,
  })
})

it('says what is wrong before anything is sent', () => {
  const flaws = (told: object) => flawsOf({ ...formOf(terms), ...told })
  expect(flaws({ pays: [] })).toEqual(['pays'])
  expect(flaws({ hold: 'much' })).toEqual(['hold'])
  expect(flaws({ kWh: '0' })).toEqual(['kWh'])
  expect(flaws({ need: 'for', stayMin: '14' })).toEqual(['stayMin'])
  expect(flaws({ need: 'full', kWh: 'x' })).toEqual([])
  for (const wrong of ['', '1', '241', '10.5', '-5'])
    expect(flaws({ waitForCarMin: wrong })).toEqual(['waitForCarMin'])
})

it('says how short and how long each time may be', () => {
  expect(spanOf('waitForCarMin')).toEqual({ least: 2, most: 240 })
  expect(spanOf('mostStayMin')).toEqual({ least: 15, most: 10_080 })
})

it('keeps the ways of paying in one order', () => {
  expect(withPays(['later'], 'ask', true)).toEqual(['ask', 'later'])
  expect(withPays(['ask', 'later'], 'ask', false)).toEqual(['later'])
})
