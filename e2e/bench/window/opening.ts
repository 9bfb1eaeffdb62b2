import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'
import { z } from 'zod'

const TIMEOUT_MS = 60_000

/**
 * Starts an Electron application and ends it again; how long its page took to say, in `data-ready` on
 * its root element, that it is ready, in ms. It is heard over the debugging port alone: a test driver
 * would hold the main process by its inspector, and have the browser report every request.
 */
export async function openingMs(
  executable: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const from = performance.now()
  const app = spawn(executable, ['--remote-debugging-port=0', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const late = setTimeout(() => app.kill('SIGKILL'), TIMEOUT_MS)
  const gone = once(app, 'exit')
  try {
    await Promise.race([pageSaysReady(app), gone.then(() => Promise.reject(new Error('it ended')))])
    return performance.now() - from
  } finally {
    app.kill()
    await gone
    clearTimeout(late)
  }
}

const heard = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z
    .object({ sessionId: z.string(), targetInfo: z.object({ type: z.string() }) })
    .optional()
    .catch(undefined),
  result: z
    .object({ result: z.object({ value: z.unknown() }) })
    .optional()
    .catch(undefined),
})

/** Resolves when the first page says so. */
async function pageSaysReady(app: ChildProcess): Promise<void> {
  const socket = new WebSocket(await debuggingAddress(app))
  await once(socket, 'open')
  let page: string | undefined
  let id = 0
  const send = (method: string, params: object, sessionId?: string): void =>
    socket.send(JSON.stringify({ id: (id += 1), method, params, sessionId }))
  const ask = (): void =>
    send('Runtime.evaluate', { expression: `(${saysReady})()`, awaitPromise: true }, page)
  await new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const message = heard.parse(JSON.parse(data.toString()))
      const { params } = message
      if (message.method === 'Target.attachedToTarget' && params?.targetInfo.type === 'page') {
        page = params.sessionId
        ask()
      } else if (message.id !== undefined && page !== undefined) {
        if (message.result?.result.value === true) resolve()
        // The window's first, blank page was left for the real one meanwhile.
        else if (message.id === id) ask()
      }
    })
    send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true })
  })
  socket.close()
}

function debuggingAddress(app: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    if (app.stderr === null) throw new Error('standard error is not piped')
    createInterface(app.stderr).on('line', (line) => {
      const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? []
      if (address !== undefined) resolve(address)
    })
  })
}

/** Runs in the page. */
function saysReady(): Promise<true> {
  return new Promise((resolve) => {
    const page = document.documentElement
    const look = (): void => {
      if (page.dataset['ready'] !== 'true') return
      watch.disconnect()
      resolve(true)
    }
    const watch = new MutationObserver(look)
    watch.observe(page, { attributes: true })
    look()
  })
}
