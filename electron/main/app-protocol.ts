import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol } from 'electron'
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

const headers = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
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
 * Serves the built page's files, and nothing else, at app://laddplan/.
 * @param folder absolute path of the built page
 */
export function serveApp(folder: string): void {
  protocol.handle(appScheme, async (request) => {
    const file = resourcePath(request.url, folder)
    const type = file === null ? undefined : contentTypes.get(extname(file))
    if (request.method !== 'GET' || file === null || type === undefined) return notFound()
    try {
      return answer(await readFile(file), type)
    } catch {
      return notFound()
    }
  })
}

function answer(content: Buffer, type: string): Response {
  return new Response(new Uint8Array(content), { headers: { ...headers, 'content-type': type } })
}

function notFound(): Response {
  return new Response('not found', {
    status: 404,
    headers: { ...headers, 'content-type': 'text/plain' },
  })
}
