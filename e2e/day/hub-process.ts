import { fork } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Instant } from '../../shared/time/instant.ts'
import { electronBinary, restAt } from '../fixtures/hub-process.ts'
import type { Rest } from '../fixtures/hub-process.ts'

/** The hub of a day, seen from outside. */
export type DayHub = {
  ocpp: string
  rest: Rest
  /** Lets its time go until then; resolves when it is there and has done what was due. */
  goUntil: (until: Instant) => Promise<void>
  end: () => Promise<void>
}

const reached = z.object({ reached: z.int() })
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
    goUntil: (until) =>
      new Promise((resolve, reject) => {
        const hear = (message: unknown): void => {
          if (reached.safeParse(message).data?.reached !== until) return
          child.off('message', hear)
          resolve()
        }
        child.on('message', hear)
        child.send({ until }, (error) => error !== null && reject(error))
        void exited.then(() => reject(new Error('the hub ended within the day')))
      }),
    end: async () => {
      child.kill('SIGTERM')
      await exited
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
