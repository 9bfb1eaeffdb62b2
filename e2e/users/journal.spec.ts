import { expect, test } from '@playwright/test'
import { type Console, startConsole } from '../app.ts'
import { savedBy } from '../saved-file.ts'
import { ask, english } from '../walk/desk.ts'
import { expectNoViolations, show } from '../walk/violations.ts'
import { expectLocked, kim, logIn, takeIn, vera } from './people.ts'

// One day at one desk: each goes on where the one before it left off.
test.describe.configure({ mode: 'serial' })

let desk: Console
test.beforeAll(async () => {
  desk = await startConsole({ env: english })
  const { ready, window } = desk
  await ask(ready, 'POST', '/vehicles', { plate: 'ABC 123' })
  await takeIn(ready, [kim, vera])
  await expectLocked(window)
  await logIn(window, kim)
})
test.afterAll(async () => {
  await desk.app.close()
})

test('what somebody did is found by who, by what and by words, and shows what it changed', async () => {
  const { window } = desk
  await show(window, '/settings/site')
  await window.getByRole('textbox', { name: 'Name' }).fill('Södra depån')
  await window.getByRole('button', { name: 'Save the site' }).click()
  await expect(window.getByText('Saved the site')).toBeVisible()

  await show(window, '/journal')
  const lines = window.getByRole('grid', { name: 'Journal' }).getByRole('row')
  await expect(lines.filter({ hasText: 'Added a vehicle' })).toHaveCount(1)
  await window.getByRole('combobox', { name: 'Who' }).click()
  await window.getByRole('option', { name: kim.name }).click()
  await expect(lines.filter({ hasText: 'Added a vehicle' })).toHaveCount(0)
  await expect(lines.filter({ hasText: 'Logged in' })).toHaveCount(1)
  await window.getByRole('combobox', { name: 'About' }).click()
  await window.getByRole('option', { name: 'The site', exact: true }).click()
  await expect(lines.filter({ hasText: 'Logged in' })).toHaveCount(0)

  await lines.filter({ hasText: 'Changed the site' }).click()
  const inspector = window.getByRole('complementary', { name: 'Changed the site' })
  const changed = inspector.getByRole('row')
  await expect(changed).toHaveCount(2)
  await expect(changed.nth(1)).toContainText('Södra depån')

  await window.getByRole('button', { name: 'Show all' }).click()
  await window.getByRole('searchbox', { name: /Search names/ }).fill('abc 123')
  await expect(lines).toHaveCount(2)
  await expect(lines.nth(1)).toContainText('Added a vehicle')
})

test('a filter is an address: it is there again after going elsewhere and back', async () => {
  const { window } = desk
  await show(window, '/journal?actor=api&noun=vehicle')
  const lines = window.getByRole('grid', { name: 'Journal' }).getByRole('row')
  await expect(lines).toHaveCount(2)
  await show(window, '/stations')
  await window.goBack()
  await expect(window.getByRole('combobox', { name: 'Who' })).toHaveValue('a program')
  await expect(lines).toHaveCount(2)
})

test('what it is narrowed to is saved as CSV', async () => {
  const { window, app } = desk
  await show(window, '/journal?noun=vehicle')
  await expect(window.getByRole('row', { name: /Added a vehicle/ })).toBeVisible()
  const file = await savedBy(app, 'journal.csv', () =>
    window.getByRole('button', { name: 'Save as CSV…' }).click(),
  )
  const [head, line, ...more] = file.toString('utf8').trimEnd().split('\r\n')
  expect(head).toBe('When,Who,What,About,Which,Why,Before,After')
  expect(line).toMatch(/^\d{4}-.*,a program,Added a vehicle,Vehicles,ABC 123,/)
  expect(more).toEqual([])
})

test('the journal breaks no rule of axe', async () => {
  const { window } = desk
  await show(window, '/journal?noun=user')
  await window
    .getByRole('row', { name: /Added a user/ })
    .first()
    .click()
  await expect(window.getByRole('complementary')).toBeVisible()
  await expectNoViolations(window, 'the journal')
})

test('a viewer reads the journal too, but nothing in it of money', async () => {
  const { window } = desk
  await window.keyboard.press('Control+l')
  await logIn(window, vera)
  await show(window, '/journal')
  await expect(window.getByRole('row', { name: /Added a vehicle/ })).toBeVisible()
  await expect(
    window.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: /Pay.?ments/ }),
  ).toHaveCount(0)
})
