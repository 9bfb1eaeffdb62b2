import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a file loads at once: imports of values, not of types and not those that wait. */
const LOADS = /^(?:import|export)\s+(?!type\b)(?:(?<names>[^'"]*?)\s+from\s+)?'(?<from>[^']+)'/gm

/** Every module that comes with an entry, with the modules through which it came. */
function loadedBy(entry: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const visit = (file: string, way: string[]): void => {
    for (const { groups } of readFileSync(file, 'utf8').matchAll(LOADS)) {
      const from = groups?.['from'] ?? ''
      const names = /^\{(?<inner>[^}]*)\}$/s.exec(groups?.['names']?.trim() ?? '')?.groups?.[
        'inner'
      ]
      const onlyTypes = names?.split(',').every((name) => /^\s*(type\s|$)/.test(name)) ?? false
      const target = from.startsWith('.') ? join(dirname(file), from) : from
      if (onlyTypes || found.has(target)) continue
      found.set(target, [...way, relative(root, file)])
      if (from.startsWith('.') && /\.tsx?$/.test(target) && existsSync(target))
        visit(target, [...way, relative(root, file)])
    }
  }
  visit(entry, [])
  return found
}

test('the window’s first screen comes without zod: reading it takes longer than the screen itself', () => {
  const loaded = loadedBy(join(root, 'renderer/main.tsx'))
  expect(loaded.size).toBeGreaterThan(80)
  expect(loaded.get('zod') ?? []).toEqual([])
})

test('the window’s first screen comes without what only charts need', () => {
  const loaded = loadedBy(join(root, 'renderer/main.tsx'))
  expect(loaded.get('recharts') ?? []).toEqual([])
})
