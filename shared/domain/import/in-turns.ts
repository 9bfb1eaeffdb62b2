/**
 * Long reckoning in small turns: between two of them whoever runs it may let others have theirs. What it comes to is
 * the generator's own return value.
 */
export type Turns<T> = Generator<undefined, T, undefined>

/** So many rows are looked at in one turn: a few milliseconds of work. */
export const ROWS_A_TURN = 200

/** Runs all turns at once. */
export function atOnce<T>(turns: Turns<T>): T {
  for (;;) {
    const turn = turns.next()
    if (turn.done === true) return turn.value
  }
}
