import { setImmediate } from 'node:timers/promises'
import type { Turns } from '../../../shared/domain/import/in-turns.ts'

/** Runs long reckoning, and lets the sockets have their turn between two of its own. */
export async function inTurns<T>(turns: Turns<T>): Promise<T> {
  for (;;) {
    const turn = turns.next()
    if (turn.done === true) return turn.value
    await setImmediate()
  }
}
