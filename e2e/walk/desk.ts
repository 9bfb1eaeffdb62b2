import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import type { ReadyLine } from '../app.ts'

/** The specs in this folder read the window's English words. */
export const english = { LANG: 'en_GB.UTF-8', LANGUAGE: 'en' }

/** Goes to a place by its link in the rail. */
export async function goTo(window: Page, place: string): Promise<void> {
  await window
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: place })
    .click()
}

/** Does the first thing that the palette finds for what is typed, once it takes what is typed. */
export async function findOrDo(window: Page, words: string): Promise<void> {
  await window.keyboard.press('Control+k')
  await expect(window.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await window.keyboard.type(words)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog')).toHaveCount(0)
}

/** Presses Tab until the focus is on what is looked for, as somebody without a mouse does. */
export async function tabTo(window: Page, target: Locator, most = 60): Promise<void> {
  await expect(target.first()).toBeVisible()
  for (let pressed = 0; pressed < most; pressed += 1) {
    const focused = await target.evaluateAll((found) =>
      found.some((element) => element === document.activeElement),
    )
    if (focused) return
    await window.keyboard.press('Tab')
  }
  throw new Error(`not reached with ${most} presses of Tab: ${target.toString()}`)
}

/** Asks the hub's REST interface, as a script would. */
export async function ask(
  ready: ReadyLine,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const response = await fetch(`${ready.api}/api${path}`, {
    method,
    headers: {
      authorization: `Bearer ${readFileSync(ready.tokenFile, 'utf8').trim()}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return response.json()
}

/** The ids of the rows of a list that REST answers with. */
export async function idsOf(ready: ReadyLine, path: string): Promise<string[]> {
  const answer = await ask(ready, 'GET', path)
  const rows: unknown =
    typeof answer === 'object' && answer !== null && 'rows' in answer ? answer.rows : []
  if (!Array.isArray(rows)) throw new Error(`no rows at ${path}`)
  return rows.map((row: { id: string }) => row.id)
}
