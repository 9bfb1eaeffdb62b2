import { z } from 'zod'
import { allRows } from '../fixtures/hub-process.ts'
import type { Rest } from '../fixtures/hub-process.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { DayCar } from './scenario.ts'

const entry = z.object({ at: z.int(), act: z.string(), nounId: z.string() })

/**
 * Since when the hub had said, without taking it back, that a car would not get its energy, by the journal. A car that
 * it didn't name so before it left is not in it.
 */
export async function namedIn(
  rest: Rest,
  booked: ReadonlyMap<DayCar, string>,
): Promise<Map<DayCar, Instant>> {
  const newestFirst = await allRows(rest, '/journal?noun=booking', entry)
  const carOf = new Map([...booked].map(([car, id]) => [id, car]))
  const named = new Map<DayCar, Instant>()
  for (const { at, act, nounId } of newestFirst.toReversed()) {
    const car = carOf.get(nounId)
    if (car === undefined || at >= car.departsAt) continue
    if (act === 'promise.short') named.set(car, at)
    if (act === 'promise.kept') named.delete(car)
  }
  return named
}
