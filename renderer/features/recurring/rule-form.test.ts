import { describe, expect, test } from 'vitest'
import { recurringWords } from '../../../shared/domain/booking/recurring.ts'
import type { Recurring } from '../../../shared/domain/booking/recurring.ts'
import { newRuleForm, ruleFlaws, ruleFormOf, ruleWordsOf } from './rule-form.ts'
import type { RuleFlaw, RuleForm } from './rule-form.ts'

const stationId = '01890000-0000-7000-8000-000000000001'
const vehicleId = '01890000-0000-7000-8000-000000000002'

const rule: Recurring = {
  id: '01890000-0000-7000-8000-000000000003',
  weekdays: [1, 3],
  arrives: '18:00',
  departs: '05:00',
  firstOn: '2026-06-01',
  lastOn: '2026-12-31',
  stationId,
  connectorId: 2,
  flexibility: 'flexible',
  need: { kind: 'soc', batteryWh: 77_400, arrivalPct: 20, departurePct: 80 },
  vehicleId,
  customerId: null,
  plate: '',
  idToken: 'CARD',
  priority: 'high',
  note: 'Gate 2',
  endedAt: null,
  createdAt: 0,
  updatedAt: 0,
}

test('a rule that is shown and saved again is the same', () => {
  const { id: _, endedAt: _ended, createdAt: _created, updatedAt: _updated, ...words } = rule
  expect(ruleWordsOf(ruleFormOf(rule), rule)).toEqual(words)
})

test('a new form may be sent as it is, and the contract takes it', () => {
  const form = newRuleForm('2026-06-01')
  expect(ruleFlaws(form)).toEqual([])
  expect(recurringWords.safeParse(ruleWordsOf(form, null)).success).toBe(true)
})

test('times and energies are taken as people type them', () => {
  const form = { ...newRuleForm('2026-06-01'), arrives: '7', departs: '16.30' }
  const words = ruleWordsOf({ ...form, need: 'energy', energyKwh: '32,5' }, null)
  expect(words).toMatchObject({
    arrives: '07:00',
    departs: '16:30',
    need: { kind: 'energy', energyWh: 32_500 },
  })
})

test('a vehicle’s own plate counts, not one that was typed before it was chosen', () => {
  const form = { ...newRuleForm('2026-06-01'), plate: 'ABC 123' }
  expect(ruleWordsOf(form, null).plate).toBe('ABC 123')
  expect(ruleWordsOf({ ...form, vehicleId }, null).plate).toBe('')
})

describe('a form is not sent', () => {
  const form = newRuleForm('2026-06-01')
  test.each<[string, Partial<RuleForm>, RuleFlaw]>([
    ['without a day', { weekdays: [] }, 'weekdays'],
    ['with a time that is none', { arrives: '25:00' }, 'arrives'],
    ['without a departure', { departs: '' }, 'departs'],
    ['without a first day', { firstOn: '' }, 'firstOn'],
    ['with a last day before the first', { lastOn: '2026-05-31' }, 'lastOn'],
    ['with an energy that is none', { need: 'energy', energyKwh: 'much' }, 'energy'],
    ['with no energy', { need: 'energy', energyKwh: '0' }, 'energy'],
    ['without a battery', { need: 'soc', batteryKwh: '' }, 'battery'],
    ['with a battery that empties', { need: 'soc', batteryKwh: '60', arrivalPct: '90' }, 'percent'],
    ['without a percentage', { need: 'soc', batteryKwh: '60', arrivalPct: '' }, 'percent'],
  ])('%s', (_, changes, flaw) => {
    expect(ruleFlaws({ ...form, ...changes })).toEqual([flaw])
  })
})
