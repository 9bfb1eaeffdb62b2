import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BUILT_HUB, startHubProcess } from '../../fixtures/hub-process.ts'
import { credentialsOf } from './chargers.ts'
import { INSPECT_FLAG, settledMemoryKb } from './inspector.ts'
import { startBareServer } from './processes.ts'
import { BENCH_TOKEN } from './traffic.ts'

/** A server under load: the hub, or the bare one beside it. */
export type Subject = {
  name: string
  ocpp: string
  /** Memory in KB once settled. */
  memoryKb: () => Promise<number>
  end: () => Promise<void>
}

/** The bare server. */
export async function bareSubject(): Promise<Subject> {
  const server = await startBareServer([INSPECT_FLAG])
  return {
    name: 'bare',
    ocpp: server.ocpp,
    memoryKb: () => settledMemoryKb(server.stderr()),
    end: async () => server.end(),
  }
}

/**
 * A headless hub with an empty folder of its own, to which so many stations have been added. It is
 * started afresh after that, so that the adding leaves nothing behind in its memory.
 */
export async function hubSubject(stations: number): Promise<Subject> {
  const dataDir = await mkdtemp(join(tmpdir(), 'laddplan-bench-'))
  const added = await startHubProcess({ dataDir, file: BUILT_HUB })
  await added.rest('PUT', '/id-tokens', { idToken: BENCH_TOKEN })
  const numbers = Array.from({ length: stations }, (_, index) => index)
  await added.rest('POST', '/stations/import', { stations: numbers.map(credentialsOf) })
  added.kill('SIGTERM')
  await added.exited

  const hub = await startHubProcess({ dataDir, file: BUILT_HUB, nodeFlags: [INSPECT_FLAG] })
  return {
    name: 'hub',
    ocpp: hub.ocpp,
    memoryKb: () => settledMemoryKb(hub.stderr()),
    end: async () => {
      hub.kill('SIGTERM')
      await hub.exited
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
