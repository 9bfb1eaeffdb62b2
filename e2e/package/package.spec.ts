import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium, expect, test } from '@playwright/test'
import { fuseProblems, readFuses } from '../../build/packaging/fuses.mjs'
import { inheritedEnvironment, isReadyLine, type ReadyLine } from '../app.ts'
import { unprivileged } from '../unprivileged.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const packaged = `${root}build/out/package/linux-unpacked/laddplan`

/** Installers are made elsewhere; the folder they wrap is made, opened and closed here. */
test.describe.configure({ mode: 'serial' })

test('the app is packaged without network, its fuses as decided', async () => {
  const made = spawnSync(process.execPath, ['build/package.mjs', '--allow-fallback-electron'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(made.status, made.stderr).toBe(0)
  expect(fuseProblems(await readFuses(packaged))).toEqual([])
})

test('the packaged app can’t be used as a Node', () => {
  const { executable, dataDir } = unprivileged(packaged, dirname(packaged))
  const { stdout } = spawnSync(executable, ['-p', '6 * 7', '--data', dataDir], {
    env: {
      ...inheritedEnvironment(),
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: '--require=/nowhere.cjs',
    },
    encoding: 'utf8',
    timeout: 30_000,
  })
  expect(stdout).not.toContain('42')
})

test('the packaged app opens its window, serves, and ends when it is told to', async () => {
  const { executable, dataDir } = unprivileged(packaged, dirname(packaged))
  const app = spawn(
    executable,
    [
      ...['--remote-debugging-port=0', '--data', dataDir],
      ...['--ocpp-port', '0', '--api-port', '0', '--host', '127.0.0.1'],
    ],
    { env: inheritedEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] },
  )
  try {
    const [ready, debuggerUrl] = await Promise.all([readyLine(app), debuggerAddress(app)])
    expect(ready.dataDir).toBe(dataDir)
    const browser = await chromium.connectOverCDP(debuggerUrl)
    const [page] = browser.contexts().flatMap((context) => context.pages())
    if (page === undefined) throw new Error('the packaged app has no page')
    expect(page.url()).toMatch(/^app:\/\/laddplan\//)
    await expect(page.locator('#root > :not(style)').first()).toBeVisible()
    expect(await page.evaluate(() => document.visibilityState)).toBe('visible')
    await browser.close()
  } finally {
    app.kill('SIGTERM')
  }
  expect(await exitCode(app)).toBe(0)
})

function readyLine(app: ChildProcess): Promise<ReadyLine> {
  return firstLine(app, app.stdout, (line) => {
    const value: unknown = line.startsWith('{') ? JSON.parse(line) : null
    return isReadyLine(value) ? value : null
  })
}

function debuggerAddress(app: ChildProcess): Promise<string> {
  return firstLine(
    app,
    app.stderr,
    (line) => /DevTools listening on (ws:\S+)/.exec(line)?.[1] ?? null,
  )
}

/** The first line of a stream that `read` makes something of; an error with the last lines if none comes. */
function firstLine<T>(
  app: ChildProcess,
  stream: NodeJS.ReadableStream | null,
  read: (line: string) => T | null,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (stream === null) return reject(new Error('the app’s output is not piped'))
    const said: string[] = []
    createInterface({ input: stream }).on('line', (line) => {
      const value = read(line)
      if (value === null) said.push(line)
      else resolve(value)
    })
    app.once('exit', (code) =>
      reject(new Error(`the app ended with ${code}:\n${said.slice(-20).join('\n')}`)),
    )
  })
}

function exitCode(app: ChildProcess): Promise<number | null> {
  if (app.exitCode !== null) return Promise.resolve(app.exitCode)
  return new Promise((resolve) => app.once('exit', resolve))
}
