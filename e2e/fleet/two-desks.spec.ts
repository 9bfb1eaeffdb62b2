import { expect, test } from '@playwright/test'
import { startConsole } from '../app.ts'
import { ask, english, goTo } from '../walk/desk.ts'

test('an untouched form follows what another desk saves; what is typed stays, flawed or not, until theirs is taken', async () => {
  const { app, window, ready } = await startConsole({ env: english })
  const inspector = window.getByRole('complementary')
  const name = inspector.getByRole('textbox', { name: 'Name' })
  const elsewhere = inspector.getByText('has changed')
  const customer = (await ask(ready, 'POST', '/customers', { name: 'Norrbud' })) as { id: string }
  const renamed = (to: string) => ask(ready, 'PATCH', `/customers/${customer.id}`, { name: to })
  try {
    await goTo(window, 'Fleet')
    await window.getByRole('link', { name: 'Customers' }).click()
    await window.getByRole('row').filter({ hasText: 'Norrbud' }).click()
    await expect(name).toHaveValue('Norrbud')

    await renamed('Norrbud AB')
    await expect(name).toHaveValue('Norrbud AB')

    await name.fill('')
    await renamed('Norrbud Frakt')
    await expect(elsewhere).toBeVisible()
    await expect(name).toHaveValue('')

    await inspector.getByRole('button', { name: 'Show their values' }).click()
    await expect(name).toHaveValue('Norrbud Frakt')
    await expect(elsewhere).toBeHidden()
  } finally {
    await app.close()
  }
})
