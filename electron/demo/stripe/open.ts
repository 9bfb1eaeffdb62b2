import { stripeDouble } from './double.ts'
import type { StripeDouble } from './double.ts'
import type { KeyGrant } from './http/key.ts'
import { answerHttp, listen } from './http/server.ts'
import { fileStore } from './world/file.ts'

/** How a double is opened. */
export type OpenOptions = {
  /** The folder that its account is kept in. */
  dir: string
  /** 0 for whichever is free. */
  port: number
  /** The address that it listens on; this machine's own unless told. */
  host?: string
  /** Epoch ms. */
  clock?: () => number
  /** A key with every right, such as `rk_test_…`. */
  key: string
  /** More keys, with what they may do. */
  keys?: Readonly<Record<string, KeyGrant>>
}

/** A double that serves. */
export type OpenDouble = {
  /** Where it serves, without a slash at the end; for the SDK, `host`, `port` and `protocol: 'http'`. */
  url: string
  port: number
  key: string
  double: StripeDouble
  close: () => Promise<void>
}

/**
 * Serves a double whose account outlives the process: the API, the hosted pages, `/practice/readers`.
 * @throws when the port is taken
 */
export async function openStripeDouble(options: OpenOptions): Promise<OpenDouble> {
  const { dir, key, host = '127.0.0.1', clock = Date.now } = options
  const store = fileStore(dir, clock)
  let double: StripeDouble | null = null
  const { server, port } = await listen(options.port, host, async (request, response) => {
    if (double !== null) await answerHttp(double, request, response)
  })
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  double = stripeDouble({
    clock,
    keys: { ...options.keys, [key]: { rights: 'all' } },
    store,
    pages: url,
    // The server tells of it; the practice goes on.
    onBug: () => undefined,
  })
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        store.flush()
        resolve()
      })
      server.closeAllConnections()
    })
  return { url, port, key, double, close }
}
