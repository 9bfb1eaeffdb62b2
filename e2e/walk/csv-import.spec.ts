import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { freshDataDir, startConsole } from '../app.ts'
import { saveTo } from '../saved-file.ts'
import { ask, english, findOrDo, idsOf } from './desk.ts'

const GOOD = 300

/** A file as Excel in Sweden saves it, in Windows-1252, with three broken rows among the good ones. */
function vehiclesFile(): Buffer {
  const rows = Array.from({ length: GOOD }, (_, index) => `CAR ${index};Skåpbil ${index};7,4`)
  rows.splice(10, 0, 'BAD 1;=cmd();mycket')
  rows.splice(20, 0, ';utan skylt;7,4')
  rows.push('car-5;samma;7,4')
  return Buffer.from(['regnr;namn;max AC (kW)', ...rows, ''].join('\r\n'), 'latin1')
}

async function chooseFile(window: Page, button: string, file: string): Promise<void> {
  const choosing = window.waitForEvent('filechooser')
  await window.getByRole('button', { name: button }).click()
  await (await choosing).setFiles(file)
}

test('a file with broken rows is looked at, brought in without them, and lands once however often it comes', async () => {
  const dataDir = freshDataDir()
  const { app, window, ready } = await startConsole({ dataDir, env: english })
  try {
    const file = join(dataDir, 'fordon.csv')
    writeFileSync(file, vehiclesFile())
    await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
    await findOrDo(window, 'import csv')
    await expect(window.getByRole('heading', { level: 1, name: 'Import CSV' })).toBeVisible()

    await chooseFile(window, 'Choose a file', file)
    await window.getByText('Refused 3', { exact: true }).click()
    const rows = window.getByRole('grid', { name: 'Rows of the file' }).getByRole('row')
    await expect(rows).toHaveCount(4)
    await expect(rows.nth(1)).toContainText('12')
    await expect(rows.nth(1)).toContainText('Max AC: “mycket” is no number')
    await expect(rows.nth(2)).toContainText('Plate is missing')
    await expect(rows.nth(3)).toContainText('The same as line 7')
    expect(await idsOf(ready, '/vehicles')).toEqual([])

    await window.getByRole('button', { name: `Import ${GOOD} rows` }).click()
    await expect(window.getByText(`${GOOD} new, 0 changed, 0 were here already.`)).toBeVisible()

    const refused = join(dataDir, 'refused.csv')
    await saveTo(app, refused)
    await window.getByRole('button', { name: 'Save the 3 refused rows' }).click()
    await expect(window.getByText('Saved the refused rows')).toBeVisible()
    const [header, first, ...others] = readFileSync(refused, 'utf8').trim().split('\r\n')
    expect(header).toBe('regnr;namn;max AC (kW);line;reason')
    // No spreadsheet takes what stands there for a formula.
    expect(first).toMatch(/^BAD 1;'=cmd\(\);mycket;12;/)
    expect(others).toHaveLength(2)
    expect(await ask(ready, 'GET', '/vehicles?search=CAR%20299')).toMatchObject({
      rows: [{ plate: 'CAR 299', name: 'Skåpbil 299', maxAcW: 7_400 }],
    })

    await chooseFile(window, 'Import another file', file)
    await expect(window.getByText(`Already here ${GOOD}`, { exact: true })).toBeVisible()
    await expect(window.getByRole('button', { name: 'Nothing to import' })).toBeDisabled()
    expect(await idsOf(ready, '/vehicles?limit=1000')).toHaveLength(GOOD)

    // Put right, the refused rows are brought in by the file they were saved to.
    writeFileSync(refused, readFileSync(refused, 'utf8').replace('mycket', '11'))
    await chooseFile(window, 'Another file', refused)
    await window.getByRole('button', { name: 'Import 2 rows' }).click()
    await expect(window.getByText('1 new, 1 changed, 0 were here already.')).toBeVisible()
    expect(await idsOf(ready, '/vehicles?limit=1000')).toHaveLength(GOOD + 1)
  } finally {
    await app.close()
  }
})
