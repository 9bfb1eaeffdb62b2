import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { electronBinary } from '../../fixtures/hub-process.ts'

const subjectTold = z.object({ port: z.number() })
const lateTold = z.object({ lateMs: z.number(), reached: z.number(), turnedAway: z.number() })
const floodTold = z.object({
  sent: z.number(),
  answered: z.number(),
  refused: z.number(),
  hangUps: z.number(),
})

/** What came of a flood: requests that were sent, answered, and turned away in words; connections that were hung up on. */
export type Flooded = z.infer<typeof floodTold>

/** What the hub made of the time since it was last asked. */
export type Borne = z.infer<typeof lateTold>

export interface Subject {
  readonly port: number
  /** How late the hub's own thread was at most, p99; what reached it; what the door turned away. */
  borne(): Promise<Borne>
  end(): void
}

export async function startSubject(): Promise<Subject> {
  const child = start(new URL('./subject-process.ts', import.meta.url), [])
  const { port } = subjectTold.parse(await nextMessage(child))
  return {
    port,
    async borne() {
      const told = nextMessage(child)
      child.send('borne')
      return lateTold.parse(await told)
    },
    end: () => child.kill(),
  }
}

/** Floods a port from 127.0.0.2 until it is over. */
export async function flood(port: number, perSecond: number, ms: number): Promise<Flooded> {
  const args = [port, perSecond, ms].map(String)
  const child = start(new URL('./flood-process.ts', import.meta.url), args)
  try {
    return floodTold.parse(await nextMessage(child))
  } finally {
    child.kill()
  }
}

function start(file: URL, args: readonly string[]): ChildProcess {
  return fork(fileURLToPath(file), args, {
    execPath: electronBinary(),
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 2, 2, 'ipc'],
  })
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('the process ended'))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message)
    })
  })
}
