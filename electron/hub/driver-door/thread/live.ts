import type { ServerResponse } from 'node:http'
import { guardHeaders } from './headers.ts'
import type { LiveAnswer } from './hub-link.ts'

/**
 * Sends an answer that goes on, as events (`text/event-stream`): the next part is asked for when the phone has taken the last,
 * so that a slow phone holds up nothing but itself. A sign of life now and then keeps what lies between from hanging up.
 */
export async function sendLive(
  response: ServerResponse,
  live: LiveAnswer,
  { isSecure, pulseMs }: { readonly isSecure: boolean; readonly pulseMs: number },
): Promise<void> {
  response.writeHead(200, {
    ...guardHeaders({ isSecure }),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // nginx would gather it otherwise.
    'x-accel-buffering': 'no',
  })
  response.flushHeaders()
  const pulse = setInterval(() => {
    if (!response.writableNeedDrain) response.write(':\n\n')
  }, pulseMs)
  try {
    while (!response.destroyed) {
      const part = await live.next()
      if (part === null) break
      if (!response.write(part)) await taken(response)
    }
    response.end()
  } catch {
    // The phone sees that it broke off, and asks again.
    response.destroy()
  } finally {
    clearInterval(pulse)
  }
}

function taken(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const goOn = (): void => {
      response.off('drain', goOn).off('close', goOn)
      resolve()
    }
    response.on('drain', goOn).on('close', goOn)
  })
}
