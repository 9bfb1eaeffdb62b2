import { fork } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Instant } from '../../shared/time/instant.ts'
import { electronBinary, restAt } from '../fixtures/hub-process.ts'
import type { Rest } from '../fixtures/hub-process.ts'
import type { Go } from './clock.ts'

/** The hub of a day, seen from outside. */
export type DayHub = {
  ocpp: string
  rest: Rest
  go: (go: Go) => void
  end: () => Promise<void>
}

const ready = z.object({ ocpp: z.string(), api: z.string(), tokenFile: z.string() })

/** Starts a hub with an empty folder whose clock stands at that instant. */
export async function startDayHub(standsAt: Instant, speed: number): Promise<DayHub> {
  const dataDir = await mkdtemp(join(tmpdir(), 'laddplan-day-'))
  const asked = JSON.stringify({ dataDir, standsAt, speed })
  const child = fork(fileURLToPath(new URL('./hub.ts', import.meta.url)), [asked], {
    execPath: electronBinary(),
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const { ocpp, api, tokenFile } = await new Promise<z.infer<typeof ready>>((resolve, reject) => {
    child.once('message', (message) => resolve(ready.parse(message)))
    void exited.then(() => reject(new Error('the hub ended before it served')))
  })
  const token = (await readFile(tokenFile, 'utf8')).trim()
  return {
    ocpp: ocpp.replace(/\/$/, ''),
    rest: restAt(api, token),
    go: (go) => void child.send(go),
    end: async () => {
      child.kill('SIGTERM')
      await exited
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
