import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { startHub, type Hub } from '../../../hub.ts'
import { systemTimers, type Timers } from '../timers.ts'

/** A hub as it is served, in a data folder of its own, asked from outside. */
export interface WholeHub extends Pick<Hub, 'ocppUrl'> {
  readonly dataDir: string
  /** The site's clock runs this many ms ahead of the machine's. */
  aheadMs: number
  /** Asks its REST interface; paths begin after `/api`. */
  api(
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown }>
  stop(): Promise<void>
}

/** @param options.speed how many times as often as usual the hub's chores are done */
export async function wholeHub({ speed = 1 } = {}): Promise<WholeHub> {
  const dataDir = mkdtempSync(join(tmpdir(), 'laddplan-whole-'))
  const ports = { ocppPort: 0, apiPort: 0 }
  const options = { dataDir, host: '127.0.0.1', ...ports, appVersion: '0', demo: false }
  const logger = pino({ level: 'silent' })
  const time: Timers = {
    ...systemTimers,
    now: () => Date.now() + whole.aheadMs,
    every: (ms, chore) => systemTimers.every(ms / speed, chore),
  }
  const whole = { aheadMs: 0 }
  const hub = await startHub({ ...options, newHubSecret: false }, { logger, time })
  const token = readFileSync(hub.tokenFile, 'utf8').trim()
  return Object.assign(whole, {
    dataDir,
    ocppUrl: hub.ocppUrl,
    async api(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
      const response = await fetch(`${hub.apiUrl}/api${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return { status: response.status, body: await response.json() }
    },
    async stop() {
      await hub.close()
      rmSync(dataDir, { recursive: true })
    },
  })
}
