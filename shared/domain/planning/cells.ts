/** The number at that place of a flat array. Places outside don't occur; they would count as nothing. */
export function at(cells: Float64Array, place: number): number {
  return cells[place] ?? 0
}

/** The same for places, counts and other whole numbers. */
export function whole(cells: Int32Array, place: number): number {
  return cells[place] ?? 0
}

/** Adds to the number at that place. */
export function add(cells: Float64Array, place: number, amount: number): void {
  cells[place] = (cells[place] ?? 0) + amount
}
