import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Id, uuidV7 } from '../../../../../shared/domain/id/id.ts'
import { nothingClaimed, newStation } from '../../../../../shared/domain/station/new-station.ts'
import type { ChargerEvent, Happened } from '../../../charger-event.ts'
import { openStore, type Store } from '../../../store/store.ts'
import { openOcpp, type Ocpp } from '../../ocpp.ts'
import { localWire } from '../../wire/local-wire.ts'
import { defaultLimits, type Limits } from '../limits.ts'
import { systemTimers } from '../timers.ts'

/** The OCPP room over a database of its own, with a door that knows stations by one password for all. */
export interface FreshHub {
  readonly store: Store
  readonly ocpp: Ocpp
  readonly url: string
  /** What `keyAnswered` was told. */
  readonly keysAnswered: unknown[]
  /** What was told of the messages, in order. */
  readonly events: ChargerEvent[]
  /** The hub's clock runs this many ms ahead of the machine's. */
  aheadMs: number
  /** Adds a station of the site and returns its id. */
  addStation(chargePointId: string): Promise<Id>
  /** Lets a stranger with that id in to wait. */
  addCandidate(chargePointId: string): Promise<Id>
  stop(): Promise<void>
}

export const PASSWORD = 'correct horse battery'

const newId = (): Id => uuidV7(Date.now(), randomBytes(10))

/** @param happened what is to be done, within its unit, with what a message came to */
export async function freshHub(
  limits: Partial<Limits> = {},
  happened: Happened = () => undefined,
): Promise<FreshHub> {
  const dir = mkdtempSync(join(tmpdir(), 'laddplan-ocpp-'))
  const clock = (): number => Date.now() + hub.aheadMs
  const store = await openStore({ file: join(dir, 'site.db'), clock, newId })
  const stations = new Map<string, Id>()
  const candidates = new Map<string, Id>()
  const keysAnswered: unknown[] = []
  const events: ChargerEvent[] = []
  const wire = localWire({ ...defaultLimits, ...limits })
  const ocpp = openOcpp({
    store,
    clock,
    newId,
    logger: pino({ level: 'silent' }),
    limits,
    timers: { ...systemTimers, now: clock },
    admit({ chargePointId, passwords }) {
      const right = passwords.some((password) => password.equals(Buffer.from(PASSWORD)))
      const stationId = stations.get(chargePointId)
      const candidateId = candidates.get(chargePointId)
      if (stationId !== undefined && right) return { kind: 'station', stationId, keyShown: true }
      if (candidateId !== undefined) return { kind: 'candidate', candidateId }
      return { kind: 'refused' }
    },
    keyAnswered: async (_, stationId, status) => void keysAnswered.push([stationId, status]),
    happened(tx, event) {
      events.push(event)
      happened(tx, event)
    },
  })
  const port = await ocpp.listen(wire, 0, '127.0.0.1')

  const hub: FreshHub = {
    store,
    ocpp,
    keysAnswered,
    events,
    aheadMs: 0,
    url: `ws://127.0.0.1:${port}/ocpp`,
    async addStation(chargePointId) {
      const words = { chargePointId, zone: '', authentication: 'password' } as const
      const station = newStation(words, newId(), clock())
      await store.work('test', (tx) => tx.insert('station', station))
      stations.set(chargePointId, station.id)
      candidates.delete(chargePointId)
      return station.id
    },
    async addCandidate(chargePointId) {
      const id = newId()
      const at = clock()
      await store.work('test', (tx) =>
        tx.insert('candidate', {
          id,
          chargePointId,
          ...nothingClaimed,
          address: '127.0.0.1',
          credentials: 'none',
          state: 'waiting',
          firstSeenAt: at,
          lastSeenAt: at,
          bootedAt: null,
        }),
      )
      candidates.set(chargePointId, id)
      return id
    },
    async stop() {
      await ocpp.close()
      await wire.close()
      await store.close()
      rmSync(dir, { recursive: true })
    },
  }
  return hub
}
