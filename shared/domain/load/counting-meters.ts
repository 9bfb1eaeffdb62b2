/** Of what a station's meter measures: OCPP 1.6 connector number; 0 is the whole station. */
export interface PlacedMeter {
  readonly connectorId: number
}

/**
 * Which of a station's meters count: its connectors' own, and its main meter (connector 0) only where no connector
 * tells anything, so that nothing is counted twice.
 */
export function countingMeters<M extends PlacedMeter>(
  meters: readonly M[],
  tells: (meter: M) => boolean,
): M[] {
  const connectors = meters.filter(({ connectorId }) => connectorId !== 0)
  if (connectors.some(tells)) return connectors
  const main = meters.filter((meter) => meter.connectorId === 0 && tells(meter))
  return main.length > 0 ? main : connectors
}
