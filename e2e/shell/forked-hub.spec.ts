import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import type { FromHub, HubOptions, ToHub } from '../../shared/process.ts'
import { freshDataDir } from '../app.ts'
import { electronBinary } from '../fixtures/hub-process.ts'

/** What the shell forks, as it is built: its modules load apart from Node's own loader. */
const HUB = fileURLToPath(new URL('../../build/out/app/hub.js', import.meta.url))

/** Gives the hub the port that a utility process has to its parent, carried over this process's own channel. */
const asUtility = `
  const port = new (require('node:events'))()
  port.postMessage = (message) => process.send(message)
  process.on('message', (data) => port.emit('message', { data, ports: [] }))
  process.parentPort = port
  require(${JSON.stringify(HUB)})
`

test('a forked hub hears its shell once, also when all of it is loaded, and stops once', async () => {
  const hub = spawn(electronBinary(), ['-e', asUtility], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const heard: FromHub['type'][] = []
  const ready = new Promise<void>((resolve) => {
    hub.on('message', (message: FromHub) => {
      heard.push(message.type)
      if (message.type === 'ready') resolve()
    })
  })
  const say = (message: ToHub) => hub.send(message)
  say({ type: 'start', options: options(), stripeKey: { state: 'none' } })
  say({ type: 'judgeStripeKey', id: 7, key: 'rk_test_0123456789' })
  say({ type: 'open' })
  await ready
  say({ type: 'stop' })
  expect(await once(hub, 'exit')).toEqual([0, null])
  expect(heard.toSorted()).toEqual(['ready', 'stopped', 'stripeKeyJudged'])
  expect(heard.at(-1)).toBe('stopped')
})

function options(): HubOptions {
  return {
    dataDir: freshDataDir(),
    host: null,
    ocppPort: 0,
    apiPort: 0,
    appVersion: '0.0.0',
    demo: false,
    newHubSecret: false,
  }
}
