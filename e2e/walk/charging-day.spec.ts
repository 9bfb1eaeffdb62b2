import { expect, test, type Page } from '@playwright/test'
import { freshDataDir, startConsole, type Console } from '../app.ts'
import { english, goTo } from './desk.ts'
import { visitingCharger } from './visiting-charger.ts'

test('a charger of another make is adopted, charges, is restarted around, and is stopped, all from the window', async () => {
  const dataDir = freshDataDir()
  const charger = visitingCharger('VISITOR 1')
  let desk = await startConsole({ dataDir, env: english })
  try {
    await test.step('it comes in while pairing is open, and waits', async () => {
      await desk.window.getByRole('button', { name: 'Open pairing' }).click()
      await expect(desk.window.getByText('Pairing is open')).toBeVisible()
      expect(await charger.arrive(desk.ready.ocpp)).toBe('Pending')
    })

    await test.step('it is adopted and given a key, which it uses from then on', async () => {
      await desk.window.getByRole('link', { name: /VISITOR 1/ }).click()
      await desk.window.getByRole('textbox', { name: 'Name' }).fill('Bay 7')
      await desk.window.getByRole('button', { name: 'Adopt' }).click()
      await charger.keyed
      await expect(desk.window.getByText('The charger has taken the key.')).toBeVisible()
      await desk.window.getByRole('button', { name: 'I have kept the key' }).click()
      expect(await charger.arrive(desk.ready.ocpp)).toBe('Accepted')
    })

    await test.step('it is started from the window', async () => {
      await charger.plugIn()
      await goTo(desk.window, 'Stations')
      await expect(stationRow(desk.window)).toContainText('Plugged in')
      await stationRow(desk.window).click()
      await desk.window.getByRole('button', { name: 'Start charging' }).click()
      await desk.window.getByRole('combobox', { name: 'Id token' }).fill('ABC123')
      await desk.window.getByRole('combobox', { name: 'Id token' }).press('Enter')
      expect(await charger.startAsked()).toBe('ABC123')
      await expect(desk.window.getByText('Accepted: the charger starts')).toBeVisible()
    })

    const transactionId = await charger.start('ABC123', 1_234_500)
    await test.step('power and energy move in the window, whichever unit they come in', async () => {
      await expect(stationRow(desk.window)).toContainText('Charging')
      await charger.measure(transactionId, {
        energy: '1234.75',
        energyUnit: 'kWh',
        power: '7.4',
        powerUnit: 'kW',
      })
      await expect(stationRow(desk.window)).toContainText(/7\.4\s*kW/)
      await expect(stationRow(desk.window)).toContainText(/0\.25\s*kWh/)
      await charger.measure(transactionId, {
        energy: '1236000',
        energyUnit: 'Wh',
        power: '11040',
        powerUnit: 'W',
      })
      await expect(stationRow(desk.window)).toContainText(/11\.0\s*kW/)
      await expect(stationRow(desk.window)).toContainText(/1\.50\s*kWh/)
    })

    await test.step('a restart in the middle loses nothing', async () => {
      await charger.leave()
      await desk.app.close()
      desk = await startConsole({ dataDir, env: english })
      expect(await charger.arrive(desk.ready.ocpp)).toBe('Accepted')
      await expect(stationRow(desk.window)).toContainText(/1\.50\s*kWh/)
      await charger.measure(transactionId, {
        energy: '1237.25',
        energyUnit: 'kWh',
        power: '3680',
        powerUnit: 'W',
      })
      await expect(stationRow(desk.window)).toContainText(/3\.7\s*kW/)
      await expect(stationRow(desk.window)).toContainText(/2\.75\s*kWh/)
      await stationRow(desk.window).click()
      await expect(commands(desk)).toContainText(['Start charging'])
    })

    await test.step('it is stopped from the window, after the window has asked', async () => {
      await desk.window.getByRole('button', { name: 'Stop charging' }).click()
      const question = desk.window.getByRole('dialog')
      await expect(question).toContainText('ABC123 has received 2.75 kWh on Bay 7, connector 1')
      await question.getByRole('button', { name: 'Stop charging' }).click()
      expect(await charger.stopAsked()).toBe(transactionId)
      await expect(desk.window.getByText('Accepted: the charger is stopping')).toBeVisible()
      await charger.stop(transactionId, 1_237_500)
      await expect(stationRow(desk.window)).toContainText('Free')
    })

    await test.step('the finished transaction stands in the list with what was delivered', async () => {
      await goTo(desk.window, 'Transactions')
      const row = desk.window.getByRole('row').filter({ hasText: 'Bay 7, connector 1' })
      await expect(row).toHaveCount(1)
      await expect(row).toContainText('ABC123')
      await expect(row).toContainText(/3\.00\s*kWh/)
      await expect(row).toContainText('Stopped from the desk')
      await row.click()
      await expect(
        desk.window.getByRole('heading', { name: `Transaction ${transactionId}` }),
      ).toBeVisible()
      await expect(desk.window.getByText(/^1,237\.50\s*kWh$/)).toBeVisible()
      await expect(
        desk.window.getByRole('region', { name: 'Readings' }).getByRole('row'),
      ).not.toHaveCount(0)
    })
  } finally {
    await charger.leave()
    await desk.app.close()
  }
})

/** The row of the only station. */
function stationRow(window: Page) {
  return window.getByRole('row').filter({ hasText: 'Bay 7' })
}

/** The commands that the open inspector tells of. */
function commands(desk: Console) {
  return desk.window.getByRole('complementary').getByRole('article')
}
