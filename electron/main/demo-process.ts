import { utilityProcess } from 'electron'
import { demoArguments } from '../launch/demo-arguments.ts'
import type { Ready } from '../launch/ready-line.ts'
import { forwardOutput } from './output.ts'

export interface DemoProcess {
  readonly stop: () => void
}

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
      demo.kill()
    },
  }
}
