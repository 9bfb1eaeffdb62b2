import { expect, test, type ElectronApplication } from '@playwright/test'
import { startConsole } from '../app.ts'

test('a hub that is killed serves again at the same address, and the window is told', async () => {
  const { app, window, ready } = await startConsole()
  try {
    await window.evaluate(() => {
      const told: string[] = []
      Reflect.set(globalThis, 'told', told)
      Reflect.get(globalThis, 'laddplan').onHubState(({ state }: { state: string }) =>
        told.push(state),
      )
      globalThis.addEventListener('message', ({ data }) => {
        if (data === 'laddplan:port') told.push('port')
      })
    })
    const before = await hubPid(app)
    process.kill(before, 'SIGKILL')

    await expect.poll(() => hubPid(app).then((pid) => pid > 0 && pid !== before)).toBe(true)
    await expect.poll(() => answers(ready.api)).toBe(true)
    await expect
      .poll(() => window.evaluate(() => Reflect.get(globalThis, 'told')))
      .toEqual(['down', 'starting', 'port', 'ready'])
  } finally {
    await app.close()
  }
})

/** The hub's process id, 0 while there is none. */
function hubPid(app: ElectronApplication): Promise<number> {
  return app.evaluate(
    ({ app: main }) => main.getAppMetrics().find(({ name }) => name === 'Laddplan hub')?.pid ?? 0,
  )
}

function answers(api: string): Promise<boolean> {
  return fetch(`${api}/api/openapi.json`).then(
    () => true,
    () => false,
  )
}
