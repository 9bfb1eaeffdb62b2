import { Needs } from '../../../session/needs.tsx'
import type { StationRow } from '../station-row.ts'
import { StationKey } from './station-key.tsx'
import { StationRetire } from './station-retire.tsx'
import { StationWiring } from './station-wiring.tsx'
import { StationWords } from './station-words.tsx'
import './station-page.css'

/** What the desk decides about a station: its words, what it hangs on, how it proves itself, and whether it stays. */
export function StationSettings({ row }: { row: StationRow }) {
  return (
    <div className="lp-station-settings">
      <Needs right="operate">
        <StationWords station={row.station} />
        <StationWiring station={row.station} />
        <StationKey station={row.station} />
        <StationRetire row={row} />
      </Needs>
    </div>
  )
}
