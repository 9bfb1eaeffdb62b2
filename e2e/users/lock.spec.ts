import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { anotherWindow, type Console, startConsole } from '../app.ts'
import { ask, english } from '../walk/desk.ts'
import { expectNoViolations, show } from '../walk/violations.ts'
import { expectIn, expectLocked, fatima, kim, logIn, takeIn } from './people.ts'

// One day at one desk: each goes on where the one before it left off.
test.describe.configure({ mode: 'serial' })

const made = z.object({ station: z.object({ id: z.string() }) })

let desk: Console
test.beforeAll(async () => {
  desk = await startConsole({ env: english })
  const { ready } = desk
  const words = { chargePointId: 'BAY-1', name: 'Bay one' }
  const { station } = made.parse(await ask(ready, 'POST', '/stations', words))
  await ask(ready, 'PUT', `/stations/${station.id}/connectors/1/equipment`, {
    ...{ standard: 'IEC_62196_T2', powerType: 'AC_3_PHASE', maxPowerW: 22_000 },
  })
})
test.afterAll(async () => {
  await desk.app.close()
})

test('the first supervisor is added, the window locks, and is opened by keys alone', async () => {
  const { window } = desk
  await show(window, '/settings/users')
  await expect(window.getByText('Nobody has to log in')).toBeVisible()
  await window.getByRole('button', { name: 'Add the first supervisor' }).click()
  const form = window.getByRole('complementary')
  await expect(form).toContainText('every window begins locked')
  await form.getByRole('textbox', { name: 'Name' }).fill(kim.name)
  await form.getByRole('textbox', { name: 'New PIN', exact: true }).fill('1234')
  await form.getByLabel('The new PIN once more').fill('1234')
  const add = form.getByRole('button', { name: 'Add, and lock every window' })
  await expect(add).toBeDisabled()
  await form.getByRole('textbox', { name: 'New PIN', exact: true }).fill(kim.pin)
  await form.getByLabel('The new PIN once more').fill(kim.pin)
  await add.click()
  await expectLocked(window)

  // The only one who works here is chosen already.
  await window.keyboard.type(kim.pin)
  await window.keyboard.press('Enter')
  await expectIn(window, kim)
  await expect(window.getByRole('cell', { name: 'is in here now' })).toBeVisible()
})

test('a locked window is opened by touch alone, and says how a wrong PIN went', async () => {
  const { window } = desk
  await window.keyboard.press('Control+l')
  await expectLocked(window)
  const enter = async (pin: string) => {
    for (const digit of pin) await window.getByRole('button', { name: digit, exact: true }).click()
    await window.getByRole('button', { name: 'Log in as Kim Berg' }).click()
  }
  const field = window.getByLabel('PIN of Kim Berg')
  await enter('9753')
  await expect(window.getByRole('alert')).toContainText('4 tries are left before there is a wait')
  await expect(field).toHaveValue('')
  await window.getByRole('button', { name: '2', exact: true }).click()
  await expect(field).toHaveAttribute('type', 'password')
  await window.getByRole('button', { name: 'Erase the last digit' }).click()
  await expect(field).toHaveValue('')
  await enter(kim.pin)
  await expectIn(window, kim)
})

test('an attendant sees the money and not the set-up, and is told who may do the rest', async () => {
  const { window, ready } = desk
  await takeIn(ready, [fatima])
  await window.getByRole('button', { name: /^Kim Berg,/ }).click()
  await window.getByRole('menuitem', { name: 'Change user' }).click()
  await expectLocked(window)
  await logIn(window, fatima)

  // Whoever was here before was in the settings; somebody else begins at the beginning.
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Stations')
  const places = window.getByRole('navigation', { name: 'Places' })
  await expect(places.getByRole('link', { name: /Pay.?ments/ })).toBeVisible()
  await expect(places.getByRole('link', { name: 'Connect' })).toHaveCount(0)

  await window.getByRole('row', { name: /Bay one/ }).click()
  const inspector = window.getByRole('complementary')
  await expect(inspector).toContainText('Only an operator or supervisor may do this.')
  await expect(inspector.getByRole('button', { name: 'Restart softly' })).toBeDisabled()

  await show(window, '/timeline')
  const booking = window.getByRole('button', { name: 'New booking' })
  await expect(booking).toBeDisabled()
  await expect(booking).toHaveAttribute('title', 'Only an operator or supervisor may do this.')

  await window.evaluate(() => {
    location.hash = '/settings/users'
  })
  await expect(window.getByText('Not for your role')).toBeVisible()
  await expect(window.getByText('Only a supervisor may do this.')).toBeVisible()
  const sections = window.getByRole('navigation', { name: 'Sections of the settings' })
  await expect(sections.getByRole('link', { name: 'Tariffs' })).toBeVisible()
  for (const closed of ['Site', 'Grid', 'Users', 'Connection'])
    await expect(sections.getByRole('link', { name: closed, exact: true })).toHaveCount(0)
  await window.getByRole('button', { name: 'Change user', exact: true }).click()
  await logIn(window, kim)
})

test('a PIN is changed by whoever has it, and the old one opens nothing any more', async () => {
  const { window } = desk
  await window.getByRole('button', { name: /^Kim Berg,/ }).click()
  await window.getByRole('menuitem', { name: 'Change PIN…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Change the PIN of Kim Berg' })
  await dialog.getByLabel('PIN until now').fill('1111')
  await dialog.getByRole('textbox', { name: 'New PIN', exact: true }).fill('8642')
  await dialog.getByLabel('The new PIN once more').fill('8642')
  await dialog.getByRole('button', { name: 'Change the PIN' }).click()
  await expect(dialog).toContainText('That is not the PIN.')
  await dialog.getByLabel('PIN until now').fill(kim.pin)
  await dialog.getByRole('button', { name: 'Change the PIN' }).click()
  await expect(dialog).toHaveCount(0)

  await window.keyboard.press('Control+l')
  await window.keyboard.type(kim.pin)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('alert')).toContainText('That is not the PIN.')
  await logIn(window, { ...kim, pin: '8642' })
})

test('neither the lock screen nor the users break a rule of axe', async () => {
  const { window } = desk
  await show(window, '/settings/users')
  await expectNoViolations(window, 'the users')
  await window.getByRole('button', { name: fatima.name }).click()
  await expectNoViolations(window, 'a user')
  await window.getByRole('button', { name: 'New PIN…' }).click()
  await expect(window.getByRole('dialog')).toBeVisible()
  await expectNoViolations(window, 'another PIN', '[role="dialog"]')
  await window.keyboard.press('Escape')
  await show(window, '/settings/users/new')
  await expectNoViolations(window, 'a new user')
  await window.keyboard.press('Control+l')
  await expectLocked(window)
  await expectNoViolations(window, 'the lock screen')
  await logIn(window, { ...kim, pin: '8642' })
})

test('the last supervisor stays one, and the settings say why', async () => {
  const { window } = desk
  await show(window, '/settings/users')
  await window.getByRole('button', { name: kim.name, exact: true }).click()
  const inspector = window.getByRole('complementary')
  await expect(inspector).toContainText('The only supervisor')
  await expect(inspector.getByRole('button', { name: 'Archive' })).toBeDisabled()
  await expect(inspector.getByRole('radio')).toHaveCount(1)
})

test('a window that nobody touches says that it is about to lock, stays for whoever has a hand on it, and locks', async () => {
  // Half a minute until it says so, and half a minute more.
  test.setTimeout(150_000)
  const { app, window, ready } = desk
  const untouched = await anotherWindow(app)
  await expectLocked(untouched)
  await logIn(untouched, { ...kim, pin: '8642' })
  await ask(ready, 'PATCH', '/site', { lockAfterMin: 1 })
  const warning = untouched.getByRole('alertdialog')
  await expect(warning).toBeVisible({ timeout: 60_000 })
  await expect(warning).toContainText('What is typed and not saved is lost.')
  await expect(warning.getByRole('button', { name: 'Stay' })).toBeVisible()
  // Any key or touch is a hand on a window, and on that one alone.
  await window.keyboard.press('Shift')
  await expect(window.getByRole('alertdialog')).toHaveCount(0)
  await expect(untouched.getByText('Who are you?')).toBeVisible({ timeout: 60_000 })
  await expectLocked(untouched)
  await expectIn(window, kim)
  await window.keyboard.press('Control+l')
  await expectLocked(window)
})

/** The last one: afterwards nobody gets in for half a minute. */
test('after five wrong PINs there is a wait, told to the second', async () => {
  const { window } = desk
  await window.getByRole('radio', { name: fatima.name }).check()
  for (let tries = 4; tries >= 1; tries -= 1) {
    await window.keyboard.type('9753')
    await window.keyboard.press('Enter')
    await expect(window.getByRole('alert')).toContainText(
      tries === 1 ? '1 try is left' : `${tries} tries are left`,
    )
  }
  await window.keyboard.type('9753')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('alert')).toContainText(/Too many wrong PINs.*in 0:\d\d/)
  await expect(window.getByLabel('PIN of Fatima Haddad')).toBeDisabled()
})
