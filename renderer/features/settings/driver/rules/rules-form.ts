import { houseRulesWords } from '../../../../../shared/domain/visit/house-rules.ts'
import type { HouseRules, HouseRulesWords } from '../../../../../shared/domain/visit/house-rules.ts'
import { whatDiffers } from '../../../../ui/input/what-differs.ts'

/** The rules that are numbers. */
export const ruleNumbers = [
  'mostOpen',
  'leastStayMin',
  'mostStayMin',
  'leadMin',
  'aheadDays',
  'depositPct',
  'holdMin',
  'claimMin',
  'cancelFreeMin',
  'lateMin',
] as const
export type RuleNumber = (typeof ruleNumbers)[number]

/** The rules that hold or don't. */
export const ruleSwitches = [
  'takesNow',
  'takesAhead',
  'takesWaiting',
  'paysOnline',
  'paysAtDesk',
] as const
export type RuleSwitch = (typeof ruleSwitches)[number]

/** The words of the site's own. */
export const ruleNotices = ['noticeEn', 'noticeSv'] as const
export type RuleNotice = (typeof ruleNotices)[number]

/** The rules as they are typed. */
export type RulesForm = Readonly<
  Record<RuleNumber | RuleNotice, string> & Record<RuleSwitch, boolean>
>

/** What is wrong: a field, or the two stays the wrong way round. */
export type RulesFlaw = RuleNumber | RuleNotice | 'stayOrder'

const { shape } = houseRulesWords

/** How small and how large a number may be. */
export function boundsOf(rule: RuleNumber): { least: number; most: number } {
  const { minValue, maxValue } = shape[rule]
  return { least: minValue ?? 0, most: maxValue ?? Number.MAX_SAFE_INTEGER }
}

/** The ways the form of the house rules works. */
export const rulesWays = {
  formOf: (rules: HouseRulesWords): RulesForm => ({
    ...switchesOf(rules),
    ...numbersOf((rule) => String(rules[rule])),
    noticeEn: rules.noticeEn,
    noticeSv: rules.noticeSv,
  }),
  flawsOf: (form: RulesForm): RulesFlaw[] => {
    const bad: RulesFlaw[] = ruleNumbers.filter((rule) => numberIn(form, rule) === null)
    bad.push(...ruleNotices.filter((notice) => !shape[notice].safeParse(form[notice]).success))
    const [least, most] = [numberIn(form, 'leastStayMin'), numberIn(form, 'mostStayMin')]
    if (least !== null && most !== null && most < least) bad.push('stayOrder')
    return bad
  },
  patchOf: (form: RulesForm, base: HouseRules): Partial<HouseRulesWords> =>
    whatDiffers(rulesIn(form, base), base),
}

/** The rules that are typed; those that can't be read as they were. */
export function rulesIn(form: RulesForm, base: HouseRulesWords): HouseRulesWords {
  return {
    ...switchesOf(form),
    ...numbersOf((rule) => numberIn(form, rule) ?? base[rule]),
    noticeEn: form.noticeEn.trim(),
    noticeSv: form.noticeSv.trim(),
  }
}

function switchesOf(of: Readonly<Record<RuleSwitch, boolean>>): Record<RuleSwitch, boolean> {
  const { takesNow, takesAhead, takesWaiting, paysOnline, paysAtDesk } = of
  return { takesNow, takesAhead, takesWaiting, paysOnline, paysAtDesk }
}

function numbersOf<Value>(valueOf: (rule: RuleNumber) => Value): Record<RuleNumber, Value> {
  return {
    mostOpen: valueOf('mostOpen'),
    leastStayMin: valueOf('leastStayMin'),
    mostStayMin: valueOf('mostStayMin'),
    leadMin: valueOf('leadMin'),
    aheadDays: valueOf('aheadDays'),
    depositPct: valueOf('depositPct'),
    holdMin: valueOf('holdMin'),
    claimMin: valueOf('claimMin'),
    cancelFreeMin: valueOf('cancelFreeMin'),
    lateMin: valueOf('lateMin'),
  }
}

function numberIn(form: RulesForm, rule: RuleNumber): number | null {
  const typed = form[rule].trim()
  const told = /^\d{1,5}$/.test(typed) ? Number(typed) : null
  return shape[rule].safeParse(told).success ? told : null
}
