import { pino } from 'pino'
import { z } from 'zod'
import { startHub } from '../../electron/hub/hub.ts'
import { dayClock } from './clock.ts'

/** A hub that lives by the day's clock, in a process of its own. */
const asked = z
  .object({ dataDir: z.string(), standsAt: z.int(), speed: z.number() })
  .parse(JSON.parse(process.argv[2] ?? ''))
const goUntil = z.object({ until: z.int() })

const clock = dayClock(asked.standsAt, asked.speed)
const hub = await startHub(
  {
    dataDir: asked.dataDir,
    host: '127.0.0.1',
    ocppPort: 0,
    apiPort: 0,
    appVersion: '0',
    demo: false,
    newHubSecret: false,
  },
  { time: clock, logger: pino({ level: 'warn' }, pino.destination(2)) },
)
process.on('message', (message) => {
  const { until } = goUntil.parse(message)
  // What was due may have work of its own behind it: it is there when that had its turn too.
  void clock.goUntil(until).then(() => setImmediate(() => process.send?.({ reached: until })))
})
const end = (): void => void hub.close().then(() => process.exit(0))
process.on('SIGTERM', end).on('disconnect', end)
process.send?.({ ocpp: hub.ocppUrl, api: hub.apiUrl, tokenFile: hub.tokenFile })
