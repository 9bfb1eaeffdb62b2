import type { HouseRulesWords } from '../../../../../shared/domain/visit/house-rules.ts'

/** A sentence of the house rules as drivers read it; spans are minutes, or days for `days`. */
export type RuleSentence =
  | { readonly say: 'nowAndAhead' | 'now' | 'ahead' | 'none' }
  | { readonly say: 'waiting'; readonly claim: number }
  | { readonly say: 'window'; readonly least: number; readonly most: number }
  | { readonly say: 'aheadLead'; readonly lead: number; readonly days: number }
  | { readonly say: 'aheadSoon'; readonly days: number }
  | { readonly say: 'payAll' | 'payLater' | 'payEither' | 'payDesk' | 'back' }
  | { readonly say: 'payPart'; readonly pct: number }
  | { readonly say: 'hold'; readonly hold: number }
  | { readonly say: 'cancelAlways' | 'onTime' }
  | { readonly say: 'cancelFree'; readonly cancel: number }
  | { readonly say: 'late'; readonly late: number }
  | { readonly say: 'mostOpen'; readonly count: number }

/** What drivers read of the house rules, sentence by sentence; what doesn't matter by the other rules is left out. */
export function ruleSentences(rules: HouseRulesWords): RuleSentence[] {
  const { takesNow, takesAhead } = rules
  if (!takesNow && !takesAhead) return [{ say: 'none' }]
  return [
    { say: takesNow && takesAhead ? 'nowAndAhead' : takesNow ? 'now' : 'ahead' },
    ...(rules.takesWaiting ? [{ say: 'waiting' as const, claim: rules.claimMin }] : []),
    { say: 'window', least: rules.leastStayMin, most: rules.mostStayMin },
    ...(takesAhead ? [aheadOf(rules)] : []),
    ...payingOf(rules),
    ...(takesAhead ? endingOf(rules) : []),
    { say: 'mostOpen', count: rules.mostOpen },
  ]
}

function aheadOf({ leadMin, aheadDays }: HouseRulesWords): RuleSentence {
  return leadMin === 0
    ? { say: 'aheadSoon', days: aheadDays }
    : { say: 'aheadLead', lead: leadMin, days: aheadDays }
}

function payingOf({ paysOnline, paysAtDesk, depositPct, holdMin }: HouseRulesWords) {
  const said: RuleSentence[] = []
  if (paysOnline) {
    if (depositPct === 100) said.push({ say: 'payAll' })
    else if (depositPct === 0) said.push({ say: 'payLater' })
    else said.push({ say: 'payPart', pct: depositPct })
    if (depositPct > 0) said.push({ say: 'hold', hold: holdMin }, { say: 'back' })
  }
  if (paysAtDesk) said.push({ say: paysOnline ? 'payEither' : 'payDesk' })
  return said
}

function endingOf({ cancelFreeMin, lateMin }: HouseRulesWords): RuleSentence[] {
  return [
    cancelFreeMin === 0 ? { say: 'cancelAlways' } : { say: 'cancelFree', cancel: cancelFreeMin },
    lateMin === 0 ? { say: 'onTime' } : { say: 'late', late: lateMin },
  ]
}

/** A span as people say it, in at most two parts: 90 minutes are an hour and 30 minutes. */
export function spanParts(
  minutes: number,
): (readonly [unit: 'days' | 'hours' | 'minutes', count: number])[] {
  const parts = [
    ['days', Math.floor(minutes / 1_440)],
    ['hours', Math.floor((minutes % 1_440) / 60)],
    ['minutes', minutes % 60],
  ] as const
  const told = parts.filter(([, count]) => count > 0)
  return told.length === 0 ? [['minutes', 0]] : told.slice(0, 2)
}
