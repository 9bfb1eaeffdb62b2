import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../../../shared/domain/report/columns.ts'
import { reportSpec } from '../../../../shared/domain/report/spec.ts'
import {
  allOn,
  changed,
  choicesOf,
  chosenOf,
  moved,
  movedOn,
  named,
  namedTwice,
  onFirst,
} from './column-list.ts'
import type { ColumnChoice } from './column-list.ts'

const kind = 'vat'
const all = choicesOf(kind, [])
const keys = columnsOf(kind).map(({ key }) => key)

describe('the columns of a report', () => {
  it('are all that it has, in their own order, while nobody chooses', () => {
    expect(all.map(({ key }) => key)).toEqual(keys)
    expect(chosenOf(kind, all)).toEqual([])
  })

  it('are asked for in the order in which they were put, under the names they were given', () => {
    const turned = changed(moved(all, 3, 0), 'net', { name: ' Netto ' })
    expect(chosenOf(kind, turned).slice(0, 2)).toEqual([
      { key: 'net', name: 'Netto' },
      { key: 'first_day' },
    ])
  })

  it('pass one another, over those that are left out, and stay where none is before or after', () => {
    const few = all.map((column, at) => ({ ...column, isOn: at === 0 || at === 4 }))
    const key = (at: number, of = few) => of[at]?.key
    const up = movedOn(few, 4, -1)
    expect([key(0, [...up]), key(1, [...up])]).toEqual([key(4), key(0)])
    expect(movedOn(few, 0, -1)).toEqual(few)
    expect(movedOn(few, 4, 1)).toEqual(few)
    expect(movedOn(few, 2, -1).map((column) => column.key)[1]).toBe(key(2))
    expect(
      onFirst(few)
        .map((column) => column.key)
        .slice(0, 3),
    ).toEqual([key(0), key(4), key(1)])
  })

  it('come back as they were kept, those that were left out after them', () => {
    const kept = [{ key: 'gross', name: 'Brutto' }, { key: 'vat' }]
    const choices = choicesOf(kind, kept)
    expect(chosenOf(kind, choices)).toEqual(kept)
    expect(choices.map(({ key }) => key).toSorted()).toEqual(keys.toSorted())
  })

  it('are never none', () => {
    const one = allOn(all, false)
    expect(one.filter(({ isOn }) => isOn)).toHaveLength(1)
    expect(changed(one, 'first_day', { isOn: false })).toEqual(one)
  })

  it('are refused names that another has, and told apart by key where words are the same', () => {
    expect(namedTwice(changed(all, 'vat', { name: 'net' }))).toEqual(new Set(['net']))
    expect(
      namedTwice(changed(changed(all, 'vat', { name: 'net' }), 'net', { isOn: false })),
    ).toEqual(new Set())
    expect(namedTwice(named(all, () => 'Moms'))).toEqual(new Set())
  })

  it('are one of each however they are moved about', () => {
    const move = fc.tuple(fc.nat(keys.length), fc.integer({ min: -2, max: keys.length + 2 }))
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
        let choices: readonly ColumnChoice[] = all
        for (const [from, to] of moves) choices = moved(choices, from, to)
        expect(choices.map(({ key }) => key).toSorted()).toEqual(keys.toSorted())
      }),
    )
  })

  it('make a report that the hub takes', () => {
    const columns = chosenOf(kind, changed(moved(all, 0, 4), 'vat', { name: 'Moms' }))
    const period = { is: 'ago', unit: 'month', ago: 0 }
    expect(reportSpec.safeParse({ kind, period, columns }).success).toBe(true)
  })
})
