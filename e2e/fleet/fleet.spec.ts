import { expect, test } from '@playwright/test'
import { startConsole } from '../app.ts'
import { ask, english, goTo } from '../walk/desk.ts'

test('a vehicle and its customer are added, linked, merged, put aside and brought back by hand', async () => {
  const { app, window, ready } = await startConsole({ env: english })
  const inspector = window.getByRole('complementary')
  const row = (text: string) => window.getByRole('row').filter({ hasText: text })
  const status = window.getByRole('status', { name: 'The last act' })
  try {
    await ask(ready, 'PUT', '/id-tokens', { idToken: 'CARD-7', label: 'Van 7' })
    await ask(ready, 'POST', '/vehicles', { plate: 'ABC 12E', batteryWh: 60_000 })

    await test.step('a customer', async () => {
      await goTo(window, 'Fleet')
      await window.getByRole('link', { name: 'Customers' }).click()
      await window.getByRole('button', { name: 'Add a customer' }).click()
      await inspector.getByRole('textbox', { name: 'Name' }).fill('Norrbud')
      await window.keyboard.press('Enter')
      await expect(status).toContainText('Added Norrbud')
      await inspector.getByRole('tab', { name: 'Vehicles' }).click()
      await inspector.getByRole('button', { name: 'Add a vehicle' }).click()
    })

    await test.step('its vehicle, whose plate is taken however it is written', async () => {
      const plate = inspector.getByRole('textbox', { name: 'Plate' })
      await plate.fill('abc-12e')
      await expect(inspector.getByText('Another vehicle has that plate.')).toBeVisible()
      await plate.fill('ABC 123')
      await inspector.getByRole('textbox', { name: 'Usually ready by' }).fill('530')
      await inspector.getByRole('textbox', { name: 'AC, at most' }).fill('11')
      await inspector.getByRole('button', { name: 'Add the vehicle' }).click()
      await expect(row('ABC 123')).toContainText('Norrbud')
      await expect(row('ABC 123')).toContainText('11.0')
    })

    await test.step('its token', async () => {
      await inspector.getByRole('tab', { name: 'Id tokens' }).click()
      await inspector.getByRole('combobox', { name: 'Link an id token' }).click()
      await window.getByRole('option', { name: /CARD-7/ }).click()
      await expect(status).toContainText('Linked CARD-7')
      await expect(inspector.getByRole('link', { name: 'CARD-7' })).toBeVisible()
    })

    await test.step('the one with the mistyped plate turns out to be the same', async () => {
      await inspector.getByRole('button', { name: 'More' }).click()
      await window.getByRole('menuitem', { name: 'Merge with another' }).click()
      const question = window.getByRole('dialog')
      await question.getByRole('combobox').fill('12e')
      await window.getByRole('option', { name: 'ABC 12E' }).click()
      await question.getByRole('button', { name: 'Merge', exact: true }).click()
      await expect(status).toContainText('Merged ABC 12E with ABC 123')
      await inspector.getByRole('tab', { name: 'Details' }).click()
      await expect(inspector.getByRole('textbox', { name: 'Battery' })).toHaveValue('60')
    })

    await test.step('it is put aside, and Undo brings it back', async () => {
      await inspector.getByRole('button', { name: 'More' }).click()
      await window.getByRole('menuitem', { name: 'Archive' }).click()
      await window.getByRole('dialog').getByRole('button', { name: 'Archive' }).click()
      await expect(row('ABC 123')).toHaveCount(0)
      await window.getByRole('button', { name: 'Undo' }).click()
      await expect(row('ABC 123')).toBeVisible()
      await expect(status).toContainText('Brought back ABC 123')
    })

    expect(await ask(ready, 'GET', '/vehicles')).toMatchObject({
      rows: [{ plate: 'ABC 123', batteryWh: 60_000, maxAcW: 11_000, departsAt: '05:30' }],
    })
    expect(await ask(ready, 'GET', '/vehicles?archived=true')).toMatchObject({
      rows: [{ plate: 'ABC 12E', mergedInto: expect.any(String) }],
    })
  } finally {
    await app.close()
  }
})
