import { useEffect, useState } from 'react'
import type { StationRow } from '../station-row.ts'
import { withMeasured } from './power-series.ts'
import type { ConnectorCurve } from './power-series.ts'

/** What the station's connectors have measured since this view was opened. */
export function useLivePower(row: StationRow): readonly ConnectorCurve[] {
  const [curves, setCurves] = useState<readonly ConnectorCurve[]>([])
  useEffect(() => {
    setCurves((before) =>
      withMeasured(
        before,
        row.connectors.map((view) => view.connector),
      ),
    )
  }, [row.connectors])
  return curves
}
