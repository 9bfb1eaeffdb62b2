import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** An act that is written out where it goes into the journal: `act: 'booking.move'`. */
const ACT = /\bact:\s*'(?<act>[a-zA-Z]+\.[a-zA-Z]+)'/g

/** The words of an act, by its name. */
const WORDS = /^ {2}'(?<act>[a-zA-Z]+\.[a-zA-Z]+)':/gm

test('whatever the hub writes into the journal, the window has words for (renderer/i18n/en/journal-acts.ts)', async () => {
  const written = new Set<string>()
  for await (const file of glob('electron/hub/**/*.ts', { cwd: root })) {
    if (/\.test\.ts$|test-bench/.test(file)) continue
    for (const { groups } of readFileSync(join(root, file), 'utf8').matchAll(ACT))
      written.add(groups?.['act'] ?? '')
  }
  expect(written.size).toBeGreaterThan(60)
  const words = readFileSync(join(root, 'renderer/i18n/en/journal-acts.ts'), 'utf8')
  const told = new Set([...words.matchAll(WORDS)].map(({ groups }) => groups?.['act']))
  expect([...written].filter((act) => !told.has(act))).toEqual([])
})
