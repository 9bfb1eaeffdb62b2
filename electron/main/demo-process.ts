import { utilityProcess } from 'electron'
import { demoArguments } from '../launch/demo-arguments.ts'
import type { Ready } from '../launch/ready-line.ts'
import { forwardOutput } from './output.ts'

export interface DemoProcess {
  /** Resolves when the chargers have closed their connections. */
  readonly stop: () => Promise<void>
}

/** How long that may take, in ms. */
const patienceMs = 2_000

/**
 * Starts the demo depot: simulated chargers that connect to the hub as real ones do. They reconnect
 * by themselves when the hub is started again.
 * @param file the bundled demo
 */
export function startDemo(file: string, ready: Ready, speed: number): DemoProcess {
  const demo = utilityProcess.fork(file, demoArguments(ready, speed), {
    serviceName: 'Laddplan demo depot',
    stdio: 'pipe',
  })
  forwardOutput(demo)
  let stopped = false
  demo.once('exit', (code) => {
    if (!stopped) process.stderr.write(`laddplan: demo: ended with code ${code}\n`)
  })
  return {
    stop: () => {
      stopped = true
      if (demo.pid === undefined) return Promise.resolve()
      return new Promise((resolve) => {
        const late = setTimeout(() => demo.kill(), patienceMs)
        demo.once('exit', () => {
          clearTimeout(late)
          resolve()
        })
        demo.postMessage('stop')
      })
    },
  }
}
