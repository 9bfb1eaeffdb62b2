import type { VisitLanguage } from '../../../shared/domain/visit/visit.ts'

/** The languages that the page speaks. */
export type Language = VisitLanguage

/** The first of what a browser speaks that the page does too; English otherwise. */
export function languageOf(spoken: readonly string[]): Language {
  for (const tag of spoken) {
    const [primary] = tag.toLowerCase().split('-')
    if (primary === 'sv' || primary === 'en') return primary
  }
  return 'en'
}
