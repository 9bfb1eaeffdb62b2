import { expect, type Page } from '@playwright/test'
import axeCore, { type RunOptions } from 'axe-core'

/** Lets the window be light or dark, and waits until it is. */
export async function paint(window: Page, scheme: 'light' | 'dark'): Promise<void> {
  await window.emulateMedia({ colorScheme: scheme })
  await window.evaluate(
    (value) => document.documentElement.setAttribute('data-mantine-color-scheme', value),
    scheme,
  )
  // Colours may take a moment to change; what turns for ever is not waited for.
  await window.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => Number(one.effect?.getComputedTiming().endTime) < Infinity)
        .map((one) => one.finished),
    ),
  )
}

/** Goes to a place and waits until what it shows is there. */
export async function show(window: Page, place: string): Promise<void> {
  await window.evaluate((hash) => {
    location.hash = hash
  }, place)
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  // What is being fetched has no rules to keep yet.
  await expect(window.locator('main').getByRole('status', { name: 'Loading' })).toHaveCount(0)
}

/** The rules that colours can break: all that a dark window can do otherwise than a light one. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block']

/**
 * What is on screen, or a part of it, breaks no rule of axe in a light window, and none of colour in a dark one. The
 * window is left as light as the first of them.
 */
export async function expectNoViolations(
  window: Page,
  where: string,
  within = 'html',
): Promise<void> {
  // A column of buttons that name themselves may go without a head.
  const rulesThatErr = ['empty-table-header']
  // The head of a dialog is no banner, since it lies in a section (HTML-AAM); axe takes it for one.
  if (within !== 'html') rulesThatErr.push('landmark-no-duplicate-banner')
  await paint(window, 'light')
  const rules = Object.fromEntries(rulesThatErr.map((rule) => [rule, { enabled: false }]))
  expect.soft(await violations(window, within, { rules }), `${where}, light`).toEqual([])
  await paint(window, 'dark')
  const runOnly = RULES_OF_COLOUR
  expect.soft(await violations(window, within, { runOnly }), `${where}, dark`).toEqual([])
  await paint(window, 'light')
}

/** Kept in the page, since taking axe in takes several times as long as what it finds out. */
async function violations(window: Page, within: string, options: RunOptions) {
  const isThere = await window.evaluate(() => 'axe' in globalThis)
  if (!isThere) await window.evaluate(axeCore.source)
  return window.evaluate(
    async ([selector, asked]) => {
      const { axe } = globalThis as unknown as { axe: typeof axeCore } // put there by the source above
      const found = await axe.run(selector, { ...asked, resultTypes: ['violations'] })
      return found.violations.map(({ id, nodes }) => ({
        id,
        at: nodes.map(({ html }) => html.slice(0, 160)),
      }))
    },
    [within, options] as const,
  )
}
