import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './setup/paths.mjs'
import { generatedSource } from './stripe-schema.mjs'

it('the schemas that the double holds itself to are those of the installed SDK', () => {
  const kept = readFileSync(join(root, 'electron/demo/stripe/schema/generated.ts'), 'utf8')
  // A quarter of a megabyte of difference helps nobody: `node build/stripe-schema.mjs` makes it anew.
  expect(kept === generatedSource()).toBe(true)
})
