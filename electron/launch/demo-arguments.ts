import type { Ready } from './ready-line.ts'

/**
 * The arguments of the demo depot's process.
 * @param speed simulated seconds per second
 */
export function demoArguments(ready: Ready, speed: number): string[] {
  return [
    ...['--ocpp', ready.ocpp],
    ...['--api', ready.api],
    ...['--token-file', ready.tokenFile],
    ...['--speed', String(speed)],
  ]
}
