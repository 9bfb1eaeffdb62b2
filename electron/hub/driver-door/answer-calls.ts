import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { onError, ORPCError } from '@orpc/server'
import type { DriverCaller, DriverRouter } from '../rpc/driver/caller.ts'
import type { ReceiptReader } from '../rpc/receipt-face.ts'
import type { DoorCall, FromDoor, ToDoor } from './messages.ts'

/** The hub's end: answers what the door let in. */
export interface CallAnswers {
  take(message: FromDoor): void
  /** Ends whatever goes on. */
  close(): void
}

/** A call that is answered, or that goes on being answered. */
interface UnderWay {
  readonly abort: AbortController
  /** What of the answer is still to come. */
  reader: ReadableStreamDefaultReader<Uint8Array> | null
}

/** Only the path counts; the rest is what the type asks for. */
const ORIGIN = 'http://door'

/** @param failed told of what went wrong at the hub, never of what a phone did wrong */
export function answerCalls(
  router: DriverRouter,
  readReceipt: ReceiptReader,
  post: (message: ToDoor) => void,
  failed: (error: unknown) => void,
): CallAnswers {
  const handler = new OpenAPIHandler(router, {
    // The door gives its own signs of life, in its own thread.
    eventIteratorKeepAliveEnabled: false,
    interceptors: [
      onError((error) => {
        if (!(error instanceof ORPCError) || error.status === 500) failed(error)
      }),
    ],
  })
  const underWay = new Map<number, UnderWay>()

  const begin = async (id: number, call: DoorCall): Promise<void> => {
    const abort = new AbortController()
    underWay.set(id, { abort, reader: null })
    const { response } = await handler.handle(requestOf(call, abort.signal), {
      prefix: '/api',
      context: callerOf(call),
    })
    if (response?.headers.get('content-type')?.startsWith('text/event-stream') === true)
      return goOn(id, response.body)
    const body = (await response?.text()) ?? ''
    if (underWay.delete(id)) post({ kind: 'answer', id, status: response?.status ?? 404, body })
  }

  const goOn = async (id: number, body: ReadableStream<Uint8Array> | null): Promise<void> => {
    const call = underWay.get(id)
    // The phone left while the first of it was made.
    if (call === undefined) return body?.cancel()
    call.reader = body?.getReader() ?? null
    post({ kind: 'begin', id })
  }

  const more = async (id: number): Promise<void> => {
    const { value } = (await underWay.get(id)?.reader?.read()) ?? {}
    if (value !== undefined) post({ kind: 'part', id, text: Buffer.from(value).toString('utf8') })
    else if (underWay.delete(id)) post({ kind: 'end', id, failed: false })
  }

  const leave = (id: number): void => {
    const call = underWay.get(id)
    underWay.delete(id)
    call?.abort.abort()
    call?.reader?.cancel().catch(() => undefined)
  }

  const broke = (id: number) => (error: unknown) => {
    if (!underWay.delete(id)) return
    failed(error)
    post({ kind: 'end', id, failed: true })
  }

  return {
    take(message) {
      if (message.kind === 'call') begin(message.id, message.call).catch(broke(message.id))
      else if (message.kind === 'more') more(message.id).catch(broke(message.id))
      else if (message.kind === 'left') leave(message.id)
      else if (message.kind === 'receipt') {
        const { id, token, language } = message
        readReceipt(token, language).then(
          (page) => post({ kind: 'page', id, page }),
          (error: unknown) => {
            failed(error)
            post({ kind: 'end', id, failed: true })
          },
        )
      }
    },
    close() {
      for (const id of [...underWay.keys()]) leave(id)
    },
  }
}

function requestOf({ method, path, body }: DoorCall, signal: AbortSignal): Request {
  return new Request(`${ORIGIN}/api${path}`, {
    ...{ method, signal },
    ...(method === 'POST' && body !== ''
      ? { body, headers: { 'content-type': 'application/json' } }
      : {}),
  })
}

function callerOf({ token, address, idempotencyKey }: DoorCall): DriverCaller {
  return { token, address, ...(idempotencyKey !== null && { idempotencyKey }) }
}
