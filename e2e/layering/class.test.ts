import { globSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const features = fileURLToPath(new URL('../../renderer/features', import.meta.url))

/** The classes that a sheet styles by themselves, whatever they are on. */
function classesOf(css: string): string[] {
  const selectors = css.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{/g)
  return [...selectors]
    .flatMap(([, list = '']) => list.split(','))
    .flatMap((selector) => /^\s*\.([\w-]+)(?:::?[\w-]+)?\s*$/.exec(selector)?.[1] ?? [])
}

/** A screen's sheet stays when another screen is shown: what both style under one name, both get. */
test('no class is styled by two features', () => {
  const styledBy = new Map<string, Set<string>>()
  for (const file of globSync('**/*.css', { cwd: features })) {
    const [feature = ''] = file.split(sep)
    for (const name of classesOf(readFileSync(`${features}/${file}`, 'utf8')))
      styledBy.set(name, (styledBy.get(name) ?? new Set()).add(feature))
  }
  expect(styledBy.size).toBeGreaterThan(100)
  expect([...styledBy].filter(([, by]) => by.size > 1).map(([name]) => name)).toEqual([])
})
