import { expect, test } from 'vitest'
import { firstHouseRules } from '../../../../../shared/domain/visit/house-rules.ts'
import type { HouseRules } from '../../../../../shared/domain/visit/house-rules.ts'
import { boundsOf, ruleNumbers, rulesIn, rulesWays } from './rules-form.ts'

const rules: HouseRules = { id: 'houseRules', ...firstHouseRules, updatedAt: 0 }
const { formOf, flawsOf, patchOf } = rulesWays
const form = formOf(rules)

test('shows the rules, and changes nothing by that', () => {
  expect(flawsOf(form)).toEqual([])
  expect(patchOf(form, rules)).toEqual({})
  expect(rulesIn(form, rules)).toEqual(firstHouseRules)
})

test('only what was changed is sent', () => {
  const typed = { ...form, takesNow: false, depositPct: ' 30 ', noticeSv: ' Grinden stänger 22. ' }
  expect(patchOf(typed, rules)).toEqual({
    ...{ takesNow: false, depositPct: 30, noticeSv: 'Grinden stänger 22.' },
  })
})

test('what the hub would refuse is a flaw of its field', () => {
  for (const rule of ruleNumbers) {
    const { least, most } = boundsOf(rule)
    for (const wrong of ['', 'soon', '1.5', '-1', String(most + 1), String(least - 1)])
      expect(flawsOf({ ...form, [rule]: wrong })).toContain(rule)
    for (const good of [least, most])
      expect(flawsOf({ ...form, [rule]: String(good) })).not.toContain(rule)
  }
  expect(flawsOf({ ...form, noticeEn: 'a'.repeat(501) })).toEqual(['noticeEn'])
})

test('the longest stay is no shorter than the shortest', () => {
  expect(flawsOf({ ...form, leastStayMin: '60', mostStayMin: '30' })).toEqual(['stayOrder'])
  expect(flawsOf({ ...form, leastStayMin: '60', mostStayMin: '60' })).toEqual([])
})
