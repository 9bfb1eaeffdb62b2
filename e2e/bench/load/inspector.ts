import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { z } from 'zod'

/** Starts a process's inspector on a free port; its address appears on standard error. */
export const INSPECT_FLAG = '--inspect=127.0.0.1:0'

const SETTLE_MS = 3_000

/**
 * The memory a process holds in RAM once it has settled and collected its garbage twice, in KB.
 * Works for any process started with `INSPECT_FLAG`, on every platform.
 * @param stderr what the process has written to standard error
 */
export async function settledMemoryKb(stderr: string): Promise<number> {
  const address = /ws:\/\/\S+/.exec(stderr)?.[0]
  if (address === undefined) throw new Error('the process has no inspector')
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  try {
    await pause(SETTLE_MS)
    await ask(socket, 1, 'HeapProfiler.collectGarbage', {})
    await pause(SETTLE_MS)
    await ask(socket, 2, 'HeapProfiler.collectGarbage', {})
    const expression = 'process.memoryUsage.rss()'
    const answer = await ask(socket, 3, 'Runtime.evaluate', { expression })
    return z.object({ result: z.object({ value: z.number() }) }).parse(answer).result.value / 1024
  } finally {
    socket.close()
  }
}

const reply = z.object({ id: z.number().optional(), result: z.unknown() })

function ask(socket: WebSocket, id: number, method: string, params: object): Promise<unknown> {
  return new Promise((resolve) => {
    const listen = (data: Buffer): void => {
      const answer = reply.parse(JSON.parse(data.toString()))
      if (answer.id !== id) return
      socket.off('message', listen)
      resolve(answer.result)
    }
    socket.on('message', listen)
    socket.send(JSON.stringify({ id, method, params }))
  })
}
