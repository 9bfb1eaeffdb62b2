import { describe, expect, test } from 'vitest'
import { columnsOf } from './columns.ts'
import { specOfQuery } from './query.ts'
import { reportKind } from './report-kind.ts'
import { cellsOf } from './rows/cells.ts'
import { chosenColumns, reportSpec } from './spec.ts'

const period = { is: 'days', firstDay: '2026-03-01', lastDay: '2026-03-31' }

test.each(reportKind.options)('every column of %s has a cell', (kind) => {
  const cells = Object.keys(cellsOf[kind])
  const keys = columnsOf(kind).map(({ key }) => key)
  expect(keys.filter((key) => !cells.includes(key))).toEqual([])
  expect(new Set(keys).size).toBe(keys.length)
})

describe('what is asked for', () => {
  test('has all columns under their keys where none are chosen, or those that are, in order', () => {
    const all = reportSpec.parse({ kind: 'vat', period })
    expect(chosenColumns(all).map(({ name }) => name)).toEqual(
      columnsOf('vat').map(({ key }) => key),
    )
    const columns = [{ key: 'gross', name: 'Brutto' }, { key: 'vat_rate' }]
    const some = reportSpec.parse({ kind: 'vat', period, columns })
    expect(chosenColumns(some).map(({ name }) => name)).toEqual(['Brutto', 'vat_rate'])
  })

  test.each([
    [{ columns: [{ key: 'plate' }] }, 'There is no column plate in vat.'],
    [
      {
        columns: [
          { key: 'net', name: 'x' },
          { key: 'vat', name: 'x' },
        ],
      },
      'Two columns are called x; give one another name.',
    ],
    [{ filter: { means: 'cash' } }, "vat can't be narrowed down by means."],
  ])('is refused where it can’t be: %j', (told, message) => {
    const read = reportSpec.safeParse({ kind: 'vat', period, ...told })
    expect(read.error?.issues.map((issue) => issue.message)).toEqual([message])
  })
})

describe('a web address', () => {
  test('asks by days, by a unit and its day, by how long ago, or by instants', () => {
    const periodOf = (query: Record<string, string>) => {
      const read = specOfQuery('billing', query)
      return read.kind === 'spec' ? read.spec.period : read.message
    }
    const first = { firstDay: '2026-03-01' }
    expect(periodOf(first)).toEqual({ is: 'days', ...first, lastDay: '2026-03-01' })
    expect(periodOf({ unit: 'month', day: '2026-03-05' })).toMatchObject({ is: 'calendar' })
    expect(periodOf({ unit: 'month', ago: '1' })).toEqual({ is: 'ago', unit: 'month', ago: 1 })
    expect(periodOf({ fromAt: '0', untilAt: '9' })).toEqual({
      ...{ is: 'instants', fromAt: 0, untilAt: 9 },
    })
    expect(periodOf({ firstDay: 'monday' })).toBe('firstDay: Give a day as yyyy-mm-dd.')
  })

  test('names columns, filter, dialect and totals', () => {
    const query = {
      ...{
        unit: 'day',
        columns: 'gross:Brutto: kr,plate',
        dialect: 'excel-sv',
        withTotals: 'true',
      },
      costCentre: '42',
    }
    expect(specOfQuery('billing', query)).toMatchObject({
      kind: 'spec',
      spec: {
        columns: [{ key: 'gross', name: 'Brutto: kr' }, { key: 'plate' }],
        filter: { costCentre: '42' },
        dialect: 'excel-sv',
        withTotals: true,
      },
    })
  })

  test('that asks by what there is not is refused rather than answered with more', () => {
    expect(specOfQuery('payouts', { unit: 'day', customerId: 'x' })).toEqual({
      kind: 'fault',
      message: "customerId: payouts can't be asked for by that.",
    })
    expect(specOfQuery('billing', { unit: 'day', withTotals: 'ja' }).kind).toBe('fault')
  })
})
