import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freshDataDir, startConsole } from '../app.ts'
import { ask, english } from '../walk/desk.ts'

test('a tariff is made from a few figures, given to the site, changed ahead, tried, and another comes from OCPI', async () => {
  const dataDir = freshDataDir()
  const { app, window, ready } = await startConsole({ dataDir, env: english })
  try {
    await ask(ready, 'PATCH', '/site', { timeZone: 'Europe/Stockholm' })
    await ask(ready, 'POST', '/customers', { name: 'Kim', kind: 'person', group: 'Residents' })
    await window.getByRole('link', { name: 'Settings' }).click()
    await window.getByRole('link', { name: 'Tariffs' }).click()
    await expect(window.getByText('No price is set')).toBeVisible()

    await window.getByRole('button', { name: 'New tariff' }).click()
    await window.getByLabel('Name').fill('Standard')
    await window.getByLabel('Idle fee').check()
    await window.getByLabel('Energy', { exact: true }).fill('3.20')
    await window.getByLabel('Each idle minute').fill('0.50')
    await expect(window.getByText('The first 15 min after charging cost nothing')).toBeVisible()
    await expect(window.getByText('An hour at 11.0 kW')).toBeVisible()
    await window.getByRole('button', { name: 'Add the tariff' }).click()
    await expect(window.getByText('Version 1 holds now')).toBeVisible()
    expect(await ask(ready, 'POST', '/tariffs/choose', {})).toMatchObject({
      by: 'site',
      settlement: 'pay',
      version: { version: 1, idleGraceMin: 15, ocpi: { tax_included: 'YES' } },
    })

    await window.getByLabel('Element by element').check()
    await window.getByLabel('Energy: price').fill('3.60')
    await window.getByText('Later', { exact: true }).click()
    await window.getByLabel('Holds from, day').fill('2050-01-01')
    await window.getByLabel('Holds from, time').fill('00:00')
    await window.getByRole('button', { name: 'Save as version 2' }).click()
    await expect(window.getByRole('row', { name: /^2 ahead/ })).toContainText('3.60')

    await window.getByRole('tab', { name: 'Try it' }).click()
    await expect(window.getByRole('row', { name: /^Energy/ })).toContainText('20.00 kWh')

    await window.getByRole('link', { name: 'Tariffs' }).last().click()
    await window.getByRole('button', { name: 'Import OCPI' }).click()
    const file = join(dataDir, 'Residents.json')
    const priced = (price: unknown) => ({
      currency: 'SEK',
      elements: [{ price_components: [{ type: 'ENERGY', price, vat: 25, step_size: 1 }] }],
    })
    const choose = async (written: object) => {
      writeFileSync(file, JSON.stringify(written))
      const choosing = window.waitForEvent('filechooser')
      await window.getByRole('button', { name: /file$/ }).click()
      await (await choosing).setFiles(file)
    }
    await choose(priced('two'))
    await expect(window.getByText('elements[0].price_components[0].price')).toBeVisible()
    await choose(priced(2))
    await window.getByRole('button', { name: 'Take in Residents' }).click()
    await expect(window.getByText('Version 1 holds now')).toBeVisible()

    await window.getByRole('tab', { name: 'For whom' }).click()
    await window.getByRole('button', { name: 'Add' }).click()
    await window.getByRole('combobox', { name: 'It is for' }).click()
    await window.getByRole('option', { name: 'a group of customers' }).click()
    await window.getByRole('combobox', { name: 'Group' }).fill('residents')
    await window.getByRole('button', { name: 'Give it the tariff' }).click()
    await expect(window.getByRole('row', { name: /Group residents/ })).toBeVisible()
    const { rows } = (await ask(ready, 'GET', '/customers')) as { rows: { id: string }[] }
    const customerId = rows[0]?.id
    expect(await ask(ready, 'POST', '/tariffs/choose', { customerId })).toMatchObject({
      by: 'customerGroup',
      overruled: [{ stationId: null }],
    })

    await window.getByRole('button', { name: 'Remove' }).click()
    await window.getByRole('button', { name: 'More' }).click()
    await window.getByRole('menuitem', { name: 'Put aside' }).click()
    await window.getByRole('dialog').getByRole('button', { name: 'Put aside' }).click()
    await expect(window.getByText('Bring it back first.')).toBeVisible()
  } finally {
    await app.close()
  }
})
