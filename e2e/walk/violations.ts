import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Lets the window be light or dark. */
export async function paint(window: Page, scheme: 'light' | 'dark'): Promise<void> {
  await window.emulateMedia({ colorScheme: scheme })
  await window.evaluate(
    (value) => document.documentElement.setAttribute('data-mantine-color-scheme', value),
    scheme,
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

/** What is on screen, or a part of it, breaks no rule of axe. */
export async function expectNoViolations(
  window: Page,
  where: string,
  within = 'html',
): Promise<void> {
  // Legacy mode: the other one wants to open a page of its own, which this window rightly refuses.
  const axe = new AxeBuilder({ page: window }).setLegacyMode()
  // A column of buttons that name themselves may go without a head.
  const rulesThatErr = ['empty-table-header']
  if (within !== 'html') {
    axe.include(within)
    // The head of a dialog is no banner, since it lies in a section (HTML-AAM); axe takes it for one.
    rulesThatErr.push('landmark-no-duplicate-banner')
  }
  axe.disableRules(rulesThatErr)
  const { violations } = await axe.analyze()
  const told = violations.map(({ id, nodes }) => ({
    id,
    at: nodes.map(({ html }) => html.slice(0, 160)),
  }))
  expect.soft(told, where).toEqual([])
}
