import { expect, test } from '@playwright/test'
import { anotherWindow, freshDataDir, startConsole } from '../app.ts'
import { english } from '../walk/desk.ts'
import { openGrid } from './grid.ts'
import { bookableSite } from './site.ts'

test('two windows show each other’s changes, and one takes back what the other did', async () => {
  const { app, window, ready } = await startConsole({ env: english })
  try {
    const site = await bookableSite(ready)
    await site.book('ABC 123', 'Bay 1', 0, 2)
    const first = await openGrid(window, site)
    const other = await anotherWindow(app)
    await other.locator('html[data-ready="true"]').waitFor()
    const second = await openGrid(other, site)
    await expect(second.bar('ABC 123')).toBeVisible()

    await first.drag(await first.at('Bay 1', 0.5), await first.at('Bay 3 · 1', 2.5))
    await expect.poll(() => second.platesOn('Bay 3 · 1')).toEqual(['ABC 123'])
    await second.drag(await second.at('Bay 3 · 1', 2.5), await second.at('Bay 2', 4.5))
    await expect.poll(() => first.platesOn('Bay 2')).toEqual(['ABC 123'])
    await window.getByRole('button', { name: 'Undo: Moved ABC 123' }).click()
    await expect.poll(() => site.where('ABC 123')).toBe('Bay 3 · 1 2-4')
    await expect.poll(() => second.platesOn('Bay 3 · 1')).toEqual(['ABC 123'])

    await other.close()
    await expect(first.bar('ABC 123')).toBeVisible()
  } finally {
    await app.close()
  }
})

test('steps are taken back over a restart', async () => {
  const dataDir = freshDataDir()
  const before = await startConsole({ dataDir, env: english })
  const site = await bookableSite(before.ready)
  await site.book('ABC 123', 'Bay 1', 0, 2)
  const grid = await openGrid(before.window, site)
  await grid.drag(await grid.at('Bay 1', 0.5), await grid.at('Bay 3 · 1', 2.5))
  await expect.poll(() => site.where('ABC 123')).toBe('Bay 3 · 1 2-4')
  await before.app.close()

  const after = await startConsole({ dataDir, env: english })
  try {
    const again = await openGrid(after.window, site)
    await expect(again.bar('ABC 123')).toBeVisible()
    await after.window.getByRole('button', { name: 'Undo: Moved ABC 123' }).click()
    await expect.poll(() => again.platesOn('Bay 1')).toEqual(['ABC 123'])
    await after.window.getByRole('button', { name: 'Do again: Moved ABC 123' }).click()
    await expect.poll(() => again.platesOn('Bay 3 · 1')).toEqual(['ABC 123'])
  } finally {
    await after.app.close()
  }
})
