import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type {
  DoorState,
  DriverDoorWords,
} from '../../../../shared/domain/driver-door/driver-door.ts'
import { uuidV7 } from '../../../../shared/domain/id/id.ts'
import { awaken } from '../../awakening.ts'
import { hubLogger } from '../../log/logger.ts'
import { openStore } from '../../store/store.ts'
import type { DriverDoor } from '../door.ts'
import { doorLimits, type DoorLimits } from '../limits.ts'
import { openDriverDoor } from '../open-door.ts'
import { changeDriverDoor } from '../row.ts'
import { GOOD_TOKEN, madeUpHub, type MadeUpHub } from './made-up-router.ts'

/** A script that is worth pressing. */
export const PAGE_SCRIPT = `console.log(${JSON.stringify('page '.repeat(200))})\n`

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <title>Laddplan</title>
    <script type="application/json" id="first"></script>
    <script type="module" crossorigin src="/assets/page-B1x2.js"></script>
  </head>
  <body></body>
</html>
`

/** A door with made-up answers behind it. */
export interface MadeUpDoor {
  readonly hub: MadeUpHub
  readonly door: DriverDoor
  /** A folder of its own. */
  readonly dir: string
  /** What it logged, as JSON lines. */
  readonly log: string[]
  readonly port: number
  /** Lays it open otherwise. */
  set(words: Partial<DriverDoorWords>): Promise<DoorState>
  close(): Promise<void>
}

/** Limits under which a test isn't turned away for what it has asked before. */
export const amply: DoorLimits = {
  ...doorLimits,
  each: {
    ...doorLimits.each,
    newConnections: { burst: 100_000, perSecond: 1_000 },
    requests: { burst: 100_000, perSecond: 1_000 },
    questions: { burst: 1_000, perSecond: 100 },
    writes: { burst: 1_000, perSecond: 100 },
  },
  eachToken: { writes: { burst: 1_000, perSecond: 100 }, streams: 5 },
  guesses: { ...doorLimits.guesses, free: 100_000 },
  countMs: 20,
}

/** @param words how it is laid open; to this machine's network at any free port where they don't say */
export async function madeUpDoor(
  words: Partial<DriverDoorWords> = {},
  limits: DoorLimits = amply,
  host: string | null = null,
): Promise<MadeUpDoor> {
  const dir = mkdtempSync(join(tmpdir(), 'laddplan-door-'))
  const clock = Date.now
  const newId = () => uuidV7(clock(), randomBytes(10))
  const store = await openStore({ file: join(dir, 'site.db'), clock, newId })
  await awaken(store, 'Europe/Stockholm')
  const change = (changed: Partial<DriverDoorWords>) =>
    store.work('test', (tx) => changeDriverDoor(tx, changed))
  await change({ exposure: 'lan', port: 0, slug: 'garage', ...words })
  const hub = madeUpHub()
  const log: string[] = []
  const door = await openDriverDoor({
    ...{ store, host, limits, pageFolder: pageIn(dir) },
    logger: hubLogger({ write: (line) => void log.push(line) }),
    router: async () => hub.router,
    readReceipt: async (token, language) =>
      token === GOOD_TOKEN ? `<!doctype html><html lang="${language}">A receipt</html>` : null,
  })
  return {
    ...{ hub, door, dir, log },
    get port() {
      return Number(door.state().listensAt?.split(':').at(-1))
    },
    async set(changed) {
      await change(changed)
      return door.reopen()
    },
    async close() {
      await door.close()
      await store.close()
      rmSync(dir, { recursive: true })
    },
  }
}

/** A page as the build leaves one. */
function pageIn(dir: string): string {
  const folder = join(dir, 'page')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  const files = {
    'index.html': PAGE,
    'assets/page-B1x2.js': PAGE_SCRIPT,
    'assets/page-B1x2.js.br': brotliCompressSync(PAGE_SCRIPT),
    'assets/page-B1x2.js.gz': gzipSync(PAGE_SCRIPT),
    'assets/page-B1x2.js.map': '{}',
    'manifest.webmanifest': '{}',
    'icon-192.png': 'png',
    'favicon.ico': 'ico',
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  // Beside the page, where nobody may come.
  writeFileSync(join(dir, 'secret.json'), '{"secret":1}')
  return folder
}
