import type { HouseRules, HouseRulesWords } from '../../../shared/domain/visit/house-rules.ts'
import type { Lookups } from '../store/reads.ts'
import type { Patch, Writes } from '../store/writes.ts'

/** What the site takes in from phones, as the unit finds it. */
export function houseRulesOf(lookups: Lookups): HouseRules {
  const rules = lookups.get('houseRules', 'houseRules')
  if (rules === undefined) throw new Error('The house rules are made when the hub starts.')
  return rules
}

/** Changes the house rules; what is left out stays. */
export function changeHouseRules(
  tx: Writes,
  words: { [Word in keyof HouseRulesWords]?: HouseRulesWords[Word] | undefined },
): HouseRules {
  const before = houseRulesOf(tx)
  const patch: Patch<'houseRules'> = { ...words, updatedAt: tx.now }
  const after = tx.update('houseRules', before.id, patch) ?? before
  tx.journal({ act: 'houseRules.update', noun: 'houseRules', nounId: before.id, before, after })
  return after
}
