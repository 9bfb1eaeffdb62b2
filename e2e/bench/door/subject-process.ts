import { monitorEventLoopDelay } from 'node:perf_hooks'
import { doorLimits } from '../../../electron/hub/driver-door/limits.ts'
import { madeUpDoor } from '../../../electron/hub/driver-door/test-bench/made-up-door.ts'

/** A door as it ships, with made-up answers behind it; `borne` asks what the hub noticed of what came. */
const made = await madeUpDoor({}, doorLimits)
const late = monitorEventLoopDelay({ resolution: 1 })
late.enable()
process.on('message', () => {
  const lateMs = late.percentile(99) / 1e6
  late.reset()
  const reached = made.hub.heard.filter(({ caller }) => caller.address === '127.0.0.2').length
  process.send?.({ lateMs, reached, turnedAway: made.door.state().turnedAway })
})
process.once('disconnect', () => void made.close())
process.send?.({ port: made.port })
