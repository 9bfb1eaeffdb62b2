import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import type { Encoding } from '../../../../shared/domain/driver-door/encoding.ts'

/** A file of the page's, as it is sent. */
export interface PageFile {
  readonly type: string
  /** Whether its name is of what is in it, so that it never changes. */
  readonly isHashed: boolean
  readonly plain: Buffer
  readonly pressed: { readonly [E in Encoding]?: Buffer }
}

/** All that the page is made of, read once: what is asked for later is looked up here, never on the disk. */
export interface PageFiles {
  /** The page itself, to be filled in. */
  readonly html: string
  /** By name, such as `assets/page-B1x2.js`. */
  readonly files: ReadonlyMap<string, PageFile>
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** What stands where the page was not built. */
const NOT_BUILT = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Laddplan</title>
    <script type="application/json" id="first">null</script>
  </head>
  <body>
    <p>This page was not built. Ask at the desk.</p>
  </body>
</html>
`

/** Reads the page's files; `x.br` and `x.gz` beside `x` are the same, pressed. Of no type that is known: not served. */
export function readPageFiles(folder: string): PageFiles {
  const names = namesIn(folder)
  const read = (name: string): Buffer | undefined =>
    names.has(name) ? readFileSync(join(folder, name)) : undefined
  const files = new Map<string, PageFile>()
  for (const name of names) {
    const type = TYPES[extname(name)]
    const plain = type === undefined ? undefined : read(name)
    if (type === undefined || plain === undefined) continue
    const br = read(`${name}.br`)
    const gzip = read(`${name}.gz`)
    files.set(name, {
      ...{ type, plain, isHashed: name.startsWith('assets/') },
      pressed: { ...(br && { br }), ...(gzip && { gzip }) },
    })
  }
  return { html: read('index.html')?.toString('utf8') ?? NOT_BUILT, files }
}

function namesIn(folder: string): ReadonlySet<string> {
  try {
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    return new Set(found.map((name) => name.split(sep).join('/')))
  } catch {
    return new Set()
  }
}
