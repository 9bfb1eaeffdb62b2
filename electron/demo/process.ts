import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { readArguments } from './arguments.ts'
import type { DemoArguments } from './arguments.ts'
import { runChargePoint } from './charge-point.ts'
import { demoDepot } from './depot.ts'
import type { DemoStation } from './depot.ts'
import { loadMemory, recall, saveMemory } from './memory.ts'
import { openPractice } from './practice.ts'
import { seededRandom } from './random.ts'
import { leaveRequests, readRegistry, reception } from './reception.ts'
import { seedDepot } from './seed.ts'
import { seedEquipment } from './seed-equipment.ts'
import { seedTariffs } from './seed-tariffs.ts'
import { simulationClock } from './simulation-clock.ts'
import { newStation } from './station.ts'
import type { Station } from './station.ts'
import type { Driver } from './visit.ts'

/** One seed for every demo: a depot that is started again finds its stations and knows their keys. */
const SEED = 'laddplan demo depot'
const TICK_MS = 1_000
const SAVE_MS = 15_000
const BOOK_MS = 2_000
/** The sockets' closing frames get this long to leave. */
const CLOSING_MS = 500
/** What a parent utility process's port delivers when the demo is to end. */
const stopMessage = z.object({ data: z.literal('stop') })

const asked = readArguments(process.argv.slice(2))
if (typeof asked === 'string') {
  process.stderr.write(`${asked}\n`)
  process.exit(2)
}
main(asked).catch((error: unknown) => {
  process.stderr.write(`demo depot: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})

async function main({ ocpp, api, tokenFile, speed, memoryFile }: DemoArguments): Promise<void> {
  onStop(() => process.exit(0))
  const depot = demoDepot(SEED)
  const token = readFileSync(tokenFile, 'utf8').trim()
  await seedDepot({ api, token }, depot)
  await seedEquipment({ api, token }, depot.stations)
  await seedTariffs({ api, token })
  const practice = await openPractice({ api, token }, dirname(memoryFile))
  await leaveRequests({ api, token }, Date.now())
  const registry = await readRegistry({ api, token })

  const memory = loadMemory(memoryFile)
  const now = Date.now()
  const clock = simulationClock(speed, now, memory?.simulatedAt ?? now)
  const stations: Station[] = []
  const open = (spec: DemoStation) =>
    newStation(spec, clock, now, () => away(depot.drivers, stations))
  for (const spec of depot.stations) {
    const station = open(spec)
    stations.push(station)
    if (memory !== null) recall(station, memory, now)
  }
  const chargePoints = stations.map((station) => runChargePoint(station, ocpp, now))
  process.stdout.write(`demo depot: ${stations.length} stations at ${speed} times real time\n`)

  const ticking = setInterval(() => {
    const at = Date.now()
    for (const chargePoint of chargePoints) chargePoint.tick(at)
  }, TICK_MS)
  const bookAhead = reception({ api, token }, registry, clock, seededRandom(`${SEED}/${now}`))
  let isBooking = false
  const booking = setInterval(() => {
    if (isBooking) return
    isBooking = true
    void bookAhead(stations, Date.now()).finally(() => (isBooking = false))
  }, BOOK_MS)
  const save = () => saveMemory(memoryFile, stations, Date.now())
  const saving = setInterval(save, SAVE_MS)

  onStop(() => {
    clearInterval(ticking)
    clearInterval(booking)
    clearInterval(saving)
    save()
    void practice.close()
    for (const chargePoint of chargePoints) chargePoint.end()
    setTimeout(() => process.exit(0), CLOSING_MS)
  })
}

/** The drivers who stand at no connector and are on their way to none. */
function away(drivers: readonly Driver[], stations: readonly Station[]): Driver[] {
  const connectors = stations.flatMap((station) => station.connectors)
  const busy = new Set(connectors.flatMap(({ guest, next }) => [guest?.idTag, next.idTag]))
  return drivers.filter(({ idTag }) => !busy.has(idTag))
}

/** Calls `stop` instead of whatever was to be called before, once the demo is told to end. */
function onStop(stop: () => void): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.removeAllListeners(signal)
    process.once(signal, stop)
  }
  process.removeAllListeners('disconnect')
  process.once('disconnect', stop)
  const parent: unknown = Reflect.get(process, 'parentPort')
  if (parent instanceof EventEmitter) {
    parent.removeAllListeners('message')
    parent.on('message', (event: unknown) => {
      if (stopMessage.safeParse(event).success) stop()
    })
  }
}
