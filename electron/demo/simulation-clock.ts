/** The cars' clock: simulated ms for an instant of real time (epoch ms). */
export type SimulationClock = { speed: number; at: (realMs: number) => number }

/**
 * A clock that runs `speed` times as fast as the wall's, from `startsAt` simulated ms at `realStart`.
 * Only the cars live by it: arrivals, batteries, registers. Protocol timestamps stay real.
 */
export function simulationClock(
  speed: number,
  realStart: number,
  startsAt = realStart,
): SimulationClock {
  return { speed, at: (realMs) => startsAt + (realMs - realStart) * speed }
}
