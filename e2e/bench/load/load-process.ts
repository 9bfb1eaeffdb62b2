import { quantile } from '../figure/quantile.ts'
import { gather } from './chargers.ts'
import type { Crowd, Measured } from './chargers.ts'
import { order } from './orders.ts'
import type { Order, Outcome } from './orders.ts'

/** The chargers of a benchmark, in a process of their own so that they don't share the server's thread. */
let crowd: Crowd | null = null

process.on('message', (message) => {
  carryOut(order.parse(message))
    .catch((error: unknown) => outcomeOf(null, error instanceof Error ? error.message : 'failed'))
    .then((outcome) => process.send?.(outcome))
    .catch(() => process.exit(1))
})
process.on('disconnect', () => process.exit(0))

async function carryOut(asked: Order): Promise<Outcome> {
  if (asked.kind === 'gather') {
    crowd = await gather(asked)
    return outcomeOf(null, null)
  }
  if (crowd === null) return outcomeOf(null, 'nobody has gathered')
  switch (asked.kind) {
    case 'rush':
      return outcomeOf(await crowd.rush(asked.durationMs), null)
    case 'offer':
      return outcomeOf(await crowd.offer(asked.perSecond, asked.durationMs), null)
    case 'beat':
      return outcomeOf(await crowd.beat(asked.durationMs), null)
    case 'leave':
      await crowd.close()
      return outcomeOf(null, null)
  }
}

function outcomeOf(measured: Measured | null, failure: string | null): Outcome {
  const latencies = measured?.latenciesMs ?? []
  return {
    open: crowd?.open() ?? 0,
    troubles: crowd?.troubles() ?? 0,
    acknowledged: measured?.acknowledged ?? 0,
    durationMs: measured?.durationMs ?? 0,
    p50Ms: latencies.length === 0 ? null : quantile(latencies, 0.5),
    p99Ms: latencies.length === 0 ? null : quantile(latencies, 0.99),
    failure,
  }
}
