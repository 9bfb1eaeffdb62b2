import { expect, test } from '@playwright/test'
import { bookedDesk } from './desk.ts'

test('every step is taken back, to the first', async () => {
  const { app, window, site, grid } = await bookedDesk()
  const where = (plate: string) => expect.poll(() => site.where(plate))
  await grid.drag(await grid.at('Bay 1', 0.5), await grid.at('Bay 3 · 2', 3.5))
  await where('ABC 123').toBe('Bay 3 · 2 3-5')
  await grid.drag(await grid.at('Bay 2', 1.5), await grid.at('Bay 2', 5.5))
  await where('DEF 456').toBe('Bay 2 5-7')
  await grid.bar('DEF 456').click()
  await window.getByRole('button', { name: 'What can be done' }).click()
  await window.getByRole('menuitem', { name: 'Cancel booking…' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Cancel booking' }).click()
  await where('DEF 456').toBe('')
  const back = window.getByRole('button', { name: /^Undo: / })
  for (const step of ['Cancelled DEF 456', 'Moved DEF 456', 'Moved ABC 123']) {
    await expect(back).toHaveAccessibleName(`Undo: ${step}`)
    await back.click()
  }
  await expect(window.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled()
  await where('ABC 123').toBe('Bay 1 0-2')
  await where('DEF 456').toBe('Bay 2 1-3')
  await window.getByRole('button', { name: 'Do again: Moved ABC 123' }).click()
  await where('ABC 123').toBe('Bay 3 · 2 3-5')
  await app.close()
})
