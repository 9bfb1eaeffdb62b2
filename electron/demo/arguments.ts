import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

/** How the demo depot was asked to run. */
export type DemoArguments = {
  ocpp: string
  api: string
  tokenFile: string
  speed: number
  /** Where the stations' memory is kept; beside the token when not told. */
  memoryFile: string
}

export const USAGE =
  'usage: process.ts --ocpp ws://HOST:PORT/ocpp --api http://HOST:PORT --token-file FILE [--speed N] [--memory FILE]'

const FASTEST = 3_600
const MEMORY_NAME = 'demo-stations.json'

/** Reads the command line; a string says what is wrong with it. */
export function readArguments(argv: readonly string[]): DemoArguments | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        ocpp: { type: 'string' },
        api: { type: 'string' },
        'token-file': { type: 'string' },
        speed: { type: 'string', default: '1' },
        memory: { type: 'string' },
      },
    })
    const { ocpp, api, 'token-file': tokenFile } = values
    const speed = Number(values.speed)
    if (ocpp === undefined || api === undefined || tokenFile === undefined) return USAGE
    if (!(speed > 0 && speed <= FASTEST)) {
      return `--speed: give a number above 0 and at most ${FASTEST}`
    }
    return {
      ocpp,
      api,
      tokenFile,
      speed,
      memoryFile: values.memory ?? join(dirname(tokenFile), MEMORY_NAME),
    }
  } catch (error) {
    return error instanceof Error ? error.message : USAGE
  }
}
