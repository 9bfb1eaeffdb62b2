import { describe, expect, it } from 'vitest'
import { reportSpec } from '../../../../shared/domain/report/spec.ts'
import { changed } from './column-list.ts'
import { draftOf, isSameSpec, narrowed, newDraft, ofKind, specOf } from './draft.ts'

const draft = newDraft('excel-sv')

describe('a report that is put together', () => {
  it('is one that the hub takes, and comes back from it as it went', () => {
    const spec = reportSpec.parse(specOf(draft))
    expect(specOf(draftOf(spec))).toEqual(spec)
  })

  it('keeps what it is narrowed down by where the next report can be, and drops the rest', () => {
    const cash = narrowed(narrowed(ofKind(draft, 'payments'), 'means', 'cash'), 'stationId', 'a1')
    expect(ofKind(cash, 'sessions').filter).toEqual({ stationId: 'a1' })
    expect(reportSpec.safeParse(specOf(ofKind(cash, 'payouts'))).success).toBe(true)
  })

  it('is no longer narrowed down by what is emptied', () => {
    expect(narrowed(narrowed(draft, 'costCentre', '4711'), 'costCentre', '').filter).toEqual({})
  })
})

describe('a report that was kept', () => {
  const kept = specOf(narrowed(narrowed(draft, 'costCentre', '4711'), 'stationId', 'a1'))

  it('is the same however its filters are ordered, and whether every column is named or none', () => {
    const turned = { ...kept, filter: { stationId: 'a1', costCentre: '4711' } }
    const spelled = { ...turned, columns: draft.columns.map(({ key }) => ({ key })) }
    expect(isSameSpec(kept, turned)).toBe(true)
    expect(isSameSpec(kept, spelled)).toBe(true)
  })

  it('is another once a column is gone, renamed, or the file is written otherwise', () => {
    const less = changed(draft.columns, 'vat', { isOn: false })
    const renamed = changed(draft.columns, 'vat', { name: 'Moms' })
    expect(isSameSpec(specOf(draft), specOf({ ...draft, columns: less }))).toBe(false)
    expect(isSameSpec(specOf(draft), specOf({ ...draft, columns: renamed }))).toBe(false)
    expect(isSameSpec(specOf(draft), specOf({ ...draft, dialect: 'rfc4180' }))).toBe(false)
  })
})
