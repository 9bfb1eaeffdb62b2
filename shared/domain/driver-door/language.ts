import type { VisitLanguage } from '../visit/visit.ts'

/** Of the languages that a browser takes the one it likes best, by its weight (RFC 9110 §12.5.4); English otherwise. */
export function preferredLanguage(acceptLanguage: string): VisitLanguage {
  const [best] = acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((word) => /^\s*q=(?<q>[\d.]+)\s*$/.exec(word)?.groups?.['q'])
      return { primary: tag.split('-')[0] ?? '', weight: Number(weight.find(Boolean) ?? 1) }
    })
    .filter(({ primary, weight }) => (primary === 'sv' || primary === 'en') && weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
  return best?.primary === 'sv' ? 'sv' : 'en'
}
