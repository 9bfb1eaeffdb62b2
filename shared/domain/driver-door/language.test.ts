import { expect, test } from 'vitest'
import { preferredLanguage } from './language.ts'

test('of the languages a browser takes, the one it likes best; English where it is neither', () => {
  const told = [
    ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
    ['en-GB,sv;q=0.9', 'en'],
    ['de, sv;q=0.1, en;q=0', 'sv'],
    ['fi', 'en'],
    ['', 'en'],
    ['svx', 'en'],
    ['sv;q=x', 'sv'],
    ['\0;;;,,,', 'en'],
  ] as const
  for (const [header, language] of told)
    expect([header, preferredLanguage(header)]).toEqual([header, language])
})
