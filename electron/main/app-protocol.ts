import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol, type ProtocolResponse } from 'electron'
import { contentPolicy } from './content-policy.ts'
import { appScheme, resourcePath } from './resource-path.ts'

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
])

/**
 * No `cross-origin-opener-policy`: nothing opens the window or is opened by it, and the header makes Chromium throw
 * away the process it has begun for the page and start another.
 */
const headers = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const

/** To be called before the app is ready: makes app:// an origin of its own, with compiled scripts kept. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/**
 * Serves the built page's files, and nothing else, at app://laddplan/. By the older of Electron's two
 * ways: `protocol.handle` answers with Node's fetch objects, and loading those holds the main process
 * up for 50 ms just when the window asks for its page.
 * @param folder absolute path of the built page
 */
export function serveApp(folder: string): void {
  protocol.registerBufferProtocol(appScheme, ({ url, method }, answer) => {
    const file = resourcePath(url, folder)
    const type = file === null ? undefined : contentTypes.get(extname(file))
    if (method !== 'GET' || file === null || type === undefined) return answer(notFound)
    readFile(file).then(
      (data) => answer({ data, headers: { ...headers, 'content-type': type } }),
      () => answer(notFound),
    )
  })
}

const notFound: ProtocolResponse = {
  statusCode: 404,
  data: Buffer.from('not found'),
  headers: { ...headers, 'content-type': 'text/plain' },
}
