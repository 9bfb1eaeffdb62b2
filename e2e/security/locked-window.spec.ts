import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { startConsole, type Console } from '../app.ts'

/** A window of a site that has users, where nobody is logged in. */
let desk: Console

test.beforeAll(async () => {
  desk = await startConsole()
  const { api, tokenFile } = desk.ready
  const made = await fetch(`${api}/api/users`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${readFileSync(tokenFile, 'utf8').trim()}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ name: 'Kim', role: 'supervisor', pin: '1928' }),
  })
  expect(made.status).toBe(201)
})

test.afterAll(async () => {
  await desk.app.close()
})

test('what the shell keeps for the site is changed from no locked window: the hub is asked who is there', async () => {
  const answers = await desk.window.evaluate(() => {
    const { stripeKey } = Reflect.get(globalThis, 'laddplan')
    return Promise.all([
      stripeKey.offer('rk_test_0123456789', 'a passphrase of some length'),
      stripeKey.forget(),
    ])
  })
  expect(answers).toEqual([
    { accepted: false, code: 'refused' },
    { forgotten: false, code: 'refused' },
  ])
})
