import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { electronBinary } from '../../fixtures/hub-process.ts'
import { outcome } from './orders.ts'
import type { Order, Outcome } from './orders.ts'

/** A load process: one order at a time, each answered when it is done. */
export type Load = { order: (order: Order) => Promise<Outcome>; end: () => void }

/** A running bare server. `inspector` is filled when it was started with `--inspect`. */
export type BareServer = { ocpp: string; stderr: () => string; end: () => void }

const STDERR_CHARACTERS = 20_000

/** Starts a load process. An order that can't be carried out rejects. */
export function startLoad(): Load {
  const { child } = start(new URL('./load-process.ts', import.meta.url), [])
  return {
    order: async (asked) => {
      const answer = nextMessage(child)
      child.send(asked)
      const done = outcome.parse(await answer)
      if (done.failure !== null) throw new Error(`${asked.kind}: ${done.failure}`)
      return done
    },
    end: () => child.kill(),
  }
}

/** Starts a bare server and waits until it listens. */
export async function startBareServer(nodeFlags: string[]): Promise<BareServer> {
  const { child, stderr } = start(new URL('./bare-server.ts', import.meta.url), nodeFlags)
  const { port } = z.object({ port: z.number() }).parse(await nextMessage(child))
  return { ocpp: `ws://127.0.0.1:${port}/ocpp`, stderr, end: () => child.kill() }
}

function start(file: URL, nodeFlags: string[]): { child: ChildProcess; stderr: () => string } {
  const child = fork(fileURLToPath(file), [], {
    execPath: electronBinary(),
    execArgv: nodeFlags,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 2, 'pipe', 'ipc'],
  })
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    stderr = (stderr + part).slice(-STDERR_CHARACTERS)
  })
  return { child, stderr: () => stderr }
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
