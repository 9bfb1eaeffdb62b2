/** How long something took, and what came of it. */
export function timed<T>(run: () => T): { readonly ms: number; readonly result: T } {
  const startedAt = performance.now()
  const result = run()
  return { ms: performance.now() - startedAt, result }
}

/** How long each of many took, ms, after as many as it takes to be compiled. */
export function timesOf<T>(each: readonly T[], run: (one: T) => void): number[] {
  const warmUp = Math.ceil(each.length / 5)
  for (const one of each.slice(0, warmUp)) run(one)
  return each.map((one) => timed(() => run(one)).ms)
}
