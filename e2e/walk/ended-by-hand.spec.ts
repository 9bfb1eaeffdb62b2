import { expect, test } from '@playwright/test'
import { freshDataDir, startConsole } from '../app.ts'
import { ask, english, goTo } from './desk.ts'
import { visitingCharger } from './visiting-charger.ts'

const KEY = 'a key for the one that goes'

test('a transaction whose charger is gone is ended by hand, after the window has asked why', async () => {
  const charger = visitingCharger('GONER', KEY)
  const { app, window, ready } = await startConsole({ dataDir: freshDataDir(), env: english })
  try {
    await ask(ready, 'POST', '/stations', { chargePointId: 'GONER', password: KEY })
    expect(await charger.arrive(ready.ocpp)).toBe('Accepted')
    const number = await charger.start('ABC123', 1_000)
    await charger.measure(number, {
      energy: '5000',
      energyUnit: 'Wh',
      power: '11000',
      powerUnit: 'W',
    })
    await goTo(window, 'Transactions')
    await window.getByRole('row').filter({ hasText: 'GONER' }).click()

    await window.getByRole('button', { name: 'End by hand' }).click()
    const question = window.getByRole('dialog')
    const act = question.getByRole('button', { name: `End transaction ${number}` })
    await expect(question).toContainText('4.00 kWh delivered')
    await expect(act).toBeDisabled()
    await question.getByRole('textbox', { name: 'Why, for the journal' }).fill('hit by a lorry')
    await act.click()
    await expect(question).toContainText('The charger is connected')

    await charger.leave()
    await expect(async () => {
      await act.click({ timeout: 1_000 })
      await expect(window.getByText('Ended by hand', { exact: true })).toBeVisible()
    }).toPass()
    await expect(question).toBeHidden()
    await expect(window.getByText('A person ended it at the desk')).toBeVisible()
    expect(await ask(ready, 'GET', '/journal?noun=transaction')).toMatchObject({
      rows: [{ act: 'transaction.end', reason: 'hit by a lorry' }],
    })
  } finally {
    await charger.leave()
    await app.close()
  }
})
