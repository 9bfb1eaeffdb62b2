import { expect, test } from 'vitest'
import { importKind } from './kind.ts'
import { fieldsOf } from './kinds.ts'
import { guessMapping, headingKey, unitOf, unmappedFields } from './mapping.ts'
import { atOnce } from './in-turns.ts'
import { isTable, readTable } from './table.ts'
import { templateText } from './template.ts'

test('headings are known without case, spaces, marks and units, in English and Swedish', () => {
  const header = ['REG.NR', 'Batteri (kWh)', 'Max AC-effekt kW', 'Kund', 'Färg', 'Antal faser']
  expect(guessMapping(fieldsOf.vehicle, header)).toEqual({
    plate: 'REG.NR',
    batteryWh: 'Batteri (kWh)',
    maxAcW: 'Max AC-effekt kW',
    customerId: 'Kund',
    acPhases: 'Antal faser',
  })
  expect(guessMapping(fieldsOf.booking, ['From', 'Until', 'Licence plate', 'Charger'])).toEqual({
    arrivesAt: 'From',
    departsAt: 'Until',
    plate: 'Licence plate',
    station: 'Charger',
  })
})

test('a column is taken by one field only', () => {
  const mapping = guessMapping(fieldsOf.idToken, ['Token', 'Plate'])
  expect(mapping).toEqual({ idToken: 'Token', vehicleId: 'Plate' })
})

test('the unit of a heading is known, not a part of a word', () => {
  expect(unitOf('Battery (Wh)')).toBe('Wh')
  expect(unitOf('AC kw')).toBe('kW')
  expect(unitOf('Wheels')).toBeNull()
  expect(headingKey('Max AC (kW)')).toBe('maxac')
})

test('no heading of a kind means two of its fields', () => {
  for (const kind of importKind.options) {
    const keys = Object.entries(fieldsOf[kind]).flatMap(([name, { headings }]) => [
      ...new Set([name, ...headings].map(headingKey)),
    ])
    expect({ kind, keys }).toEqual({ kind, keys: [...new Set(keys)] })
  }
})

test('a field that every row must tell and that has no column is named', () => {
  expect(unmappedFields(fieldsOf.booking, { plate: 'x' }, { header: ['x'] })).toEqual([
    'arrivesAt',
    'departsAt',
  ])
  expect(unmappedFields(fieldsOf.vehicle, { plate: 'gone' }, { header: ['x'] })).toEqual(['plate'])
})

test.each(importKind.options)('every column of the templates for %s is known', (kind) => {
  for (const language of ['en', 'sv'] as const) {
    const table = atOnce(readTable(templateText(kind, language, '2026-12-01')))
    if (!isTable(table)) throw new Error(table.code)
    const mapped = Object.values(guessMapping(fieldsOf[kind], table.header))
    expect(mapped.toSorted()).toEqual([...table.header].toSorted())
  }
})
