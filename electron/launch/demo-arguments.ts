import { join } from 'node:path'
import type { Ready } from './ready-line.ts'

/**
 * The arguments of the demo depot's process.
 * @param speed simulated seconds per second
 */
export function demoArguments(ready: Ready, speed: number): string[] {
  const values = {
    '--ocpp': ready.ocpp,
    '--api': ready.api,
    '--token-file': ready.tokenFile,
    '--speed': String(speed),
    '--memory': join(ready.dataDir, 'demo-memory.json'),
  }
  return Object.entries(values).flat()
}
