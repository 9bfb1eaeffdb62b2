import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { freshDataDir, isReadyLine, type ReadyLine } from '../app.ts'

/** `npm start` as scripts and service managers use it. */
const startScript = fileURLToPath(new URL('../../build/start.mjs', import.meta.url))
const freePorts = ['--ocpp-port', '0', '--api-port', '0', '--host', '127.0.0.1']

for (const mode of [[], ['--headless']])
  test(`npm start -- ${mode.join(' ')} prints one line when it serves, and SIGTERM ends all of it`, async () => {
    const dataDir = freshDataDir()
    const { child, lines } = start([...mode, ...freePorts, '--data', dataDir])
    const ready = await firstLine(child)
    expect(ready.dataDir).toBe(dataDir)
    expect(existsSync(ready.tokenFile)).toBe(true)
    expect((await fetch(`${ready.api}/api/openapi.json`)).status).toBeLessThan(500)

    child.kill('SIGTERM')
    expect(await exitCode(child)).toBe(0)
    expect(lines).toHaveLength(1)
    expect(processesNaming(dataDir)).toEqual([])
  })

test('a data folder that a console serves is not served twice', async () => {
  const dataDir = freshDataDir()
  const first = start(['--headless', ...freePorts, '--data', dataDir])
  await firstLine(first.child)
  const second = spawnSync(
    process.execPath,
    [startScript, '--headless', ...freePorts, '--data', dataDir],
    {
      encoding: 'utf8',
    },
  )
  expect(second.status).toBe(1)
  expect(second.stdout).toBe('')
  expect(second.stderr).toContain(dataDir)
  first.child.kill('SIGTERM')
  expect(await exitCode(first.child)).toBe(0)
})

test('a window does not empty the demo depot under the hub that serves it', async () => {
  const dataDir = freshDataDir()
  const first = start(['--headless', '--demo', ...freePorts, '--data', dataDir])
  await firstLine(first.child)
  const database = statSync(join(dataDir, 'site.db')).ino
  const second = spawnSync(
    process.execPath,
    [startScript, '--demo', '--wipe-demo', ...freePorts, '--data', dataDir],
    { encoding: 'utf8' },
  )
  expect(second.status).toBe(1)
  expect(second.stderr).toContain('serves')
  expect(statSync(join(dataDir, 'site.db')).ino).toBe(database)
  first.child.kill('SIGTERM')
  expect(await exitCode(first.child)).toBe(0)
})

test('a flag that is not known is refused before anything is set up', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [startScript, '--dmeo'], {
    encoding: 'utf8',
  })
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('--dmeo')
})

test('--help tells the flags and starts nothing', () => {
  const { status, stdout } = spawnSync(process.execPath, [startScript, '--help'], {
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  expect(stdout).toContain('--demo-speed')
})

function start(args: readonly string[]): { child: ChildProcess; lines: string[] } {
  const child = spawn(process.execPath, [startScript, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  if (child.stdout !== null) createInterface(child.stdout).on('line', (line) => lines.push(line))
  return { child, lines }
}

function firstLine(child: ChildProcess): Promise<ReadyLine> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`npm start ended with ${code} before it was ready`)),
    )
    child.stdout?.once('data', (chunk: Buffer) => {
      const value: unknown = JSON.parse(chunk.toString())
      if (isReadyLine(value)) resolve(value)
      else reject(new Error(`not the ready line: ${chunk.toString()}`))
    })
  })
}

function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.once('exit', resolve))
}

/** Processes that are still running with a folder on their command line. */
function processesNaming(folder: string): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(commandLine).filter((line) => line.includes(folder))
}

function commandLine(pid: string): string {
  try {
    return readFileSync(join('/proc', pid, 'cmdline'), 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
