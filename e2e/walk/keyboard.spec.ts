import { expect, test } from '@playwright/test'
import { startConsole } from '../app.ts'
import { ask, english, tabTo, findOrDo } from './desk.ts'
import { visitingCharger } from './visiting-charger.ts'

const key = 'walked-without-a-mouse'

test('a charge is found, started, watched and stopped with the keyboard alone', async () => {
  const { app, window, ready } = await startConsole({ env: english })
  const charger = visitingCharger('KEYS', key)
  try {
    await ask(ready, 'POST', '/stations', { chargePointId: 'KEYS', name: 'Bay 1', password: key })
    await ask(ready, 'POST', '/stations', { chargePointId: 'OTHER', name: 'Bay 2' })
    expect(await charger.arrive(ready.ocpp)).toBe('Accepted')
    await charger.plugIn()
    const bay = window.getByRole('row').filter({ hasText: 'Bay 1' })
    await expect(bay).toContainText('Plugged in')

    await window.keyboard.press('/')
    await expect(window.getByRole('searchbox', { name: 'Search stations' })).toBeFocused()
    await window.keyboard.type('bay 1')
    await expect(window.getByRole('row')).toHaveCount(2)
    await tabTo(window, bay)
    await window.keyboard.press('Space')
    const inspector = window.getByRole('complementary', { name: 'Bay 1' })
    await expect(inspector).toBeVisible()
    await tabTo(window, inspector.getByRole('button', { name: 'Start charging' }))
    await window.keyboard.press('Enter')
    await expect(inspector.getByRole('combobox', { name: 'Id token' })).toBeFocused()
    await window.keyboard.type('NO-MOUSE')
    await window.keyboard.press('Enter')
    expect(await charger.startAsked()).toBe('NO-MOUSE')
    const transactionId = await charger.start('NO-MOUSE', 0)

    await tabTo(window, inspector.getByRole('button', { name: 'Stop charging' }))
    await window.keyboard.press('Enter')
    const question = window.getByRole('dialog')
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await window.keyboard.press('Tab')
    await expect(question.getByRole('button', { name: 'Stop charging' })).toBeFocused()
    await window.keyboard.press('Enter')
    expect(await charger.stopAsked()).toBe(transactionId)
    await charger.stop(transactionId, 1_000)
    await expect(bay).toContainText('Free')

    await tabTo(window, inspector.getByRole('button', { name: 'Restart softly' }))
    await window.keyboard.press('Escape')
    await expect(inspector).toHaveCount(0)
    await expect(bay).toBeFocused()

    await window.keyboard.press('Enter')
    await expect(window.getByRole('heading', { level: 1, name: 'Bay 1' })).toBeVisible()
    await tabTo(window, window.getByRole('tab', { name: 'Overview' }))
    for (const part of ['Commands', 'Configuration', 'OCPP log', 'Station settings']) {
      await window.keyboard.press('ArrowRight')
      await expect(window.getByRole('tab', { name: part })).toBeFocused()
      await expect(window.getByRole('tab', { name: part })).toHaveAttribute('aria-selected', 'true')
    }
    await window.keyboard.press('Alt+5')
    await expect(window.getByRole('heading', { level: 1, name: 'Transactions' })).toBeVisible()
    await tabTo(window, window.getByRole('row').filter({ hasText: 'NO-MOUSE' }))
    await window.keyboard.press('Enter')
    await expect(
      window.getByRole('heading', { name: `Transaction ${transactionId}` }),
    ).toBeVisible()
  } finally {
    await charger.leave()
    await app.close()
  }
})

test('language and appearance change at once, from the palette, and are kept', async () => {
  const { app, window, ready } = await startConsole({ env: english })
  try {
    await ask(ready, 'POST', '/stations', { chargePointId: 'WORDS', name: 'Bay 1' })
    await expect(window.getByRole('heading', { level: 1, name: 'Stations' })).toBeVisible()
    await findOrDo(window, 'Speak Swedish')
    await expect(window.getByRole('heading', { level: 1, name: 'Stationer' })).toBeVisible()
    await expect(window.locator('html')).toHaveAttribute('lang', 'sv')
    await expect(window.getByRole('row').filter({ hasText: 'Bay 1' })).toContainText(
      'Har aldrig anslutit',
    )

    await findOrDo(window, 'Mörkt')
    await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
    await findOrDo(window, 'Ljust')
    await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light')

    await window.reload()
    await expect(window.getByRole('heading', { level: 1, name: 'Stationer' })).toBeVisible()
    await findOrDo(window, 'Tala engelska')
    await expect(window.getByRole('heading', { level: 1, name: 'Stations' })).toBeVisible()
  } finally {
    await app.close()
  }
})
