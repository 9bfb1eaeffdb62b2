import { expect, test } from 'vitest'
import { en } from './en/all.ts'
import { sv } from './sv/all.ts'

/** Every sentence by its key, all the way down. */
function sentences(words: object, at = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(words)) {
    const place = at === '' ? key : `${at}.${key}`
    if (typeof value === 'string') found.set(place, value)
    else for (const [below, sentence] of sentences(value, place)) found.set(below, sentence)
  }
  return found
}

const gapsOf = (sentence: string) =>
  [...new Set(sentence.match(/\{\{\s*\w+/g))].toSorted().join(' ')

test('Swedish has the same sentences as English, and each is filled in with the same things', () => {
  const swedish = sentences(sv)
  const english = sentences(en)
  expect([...swedish.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  const differ = [...english].flatMap(([key, sentence]) => {
    const other = swedish.get(key) ?? ''
    return gapsOf(sentence) === gapsOf(other) ? [] : [`${key}: ${sentence} / ${other}`]
  })
  expect(differ).toEqual([])
})
