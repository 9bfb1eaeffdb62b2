import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startConsole } from '../app.ts'
import { ask } from '../walk/desk.ts'

const MB = 1_048_576
const ROWS = 5_000

/** A file of vehicles that nobody has heard of before. */
function vehicles(part: number): string {
  const rows = Array.from({ length: ROWS }, (_, row) => `P${part} ${row},Van ${'x'.repeat(70)}`)
  return ['plate,name', ...rows, ''].join('\n')
}

test('a hub that writes much carries it into its database, and goes on', async () => {
  const { app, ready } = await startConsole()
  try {
    const database = join(ready.dataDir, 'site.db')
    const sizeMb = () => statSync(database).size / MB
    // Far more than is gathered before it is carried over by a thread of its own.
    for (let part = 0; sizeMb() < 10; part += 1) {
      expect(part).toBeLessThan(20)
      await ask(ready, 'POST', '/imports/apply', { kind: 'vehicle', text: vehicles(part) })
    }
    expect(await ask(ready, 'GET', `/vehicles?search=P0%20${ROWS - 1}`)).toMatchObject({
      rows: [{ plate: `P0 ${ROWS - 1}` }],
    })
  } finally {
    await app.close()
  }
})
