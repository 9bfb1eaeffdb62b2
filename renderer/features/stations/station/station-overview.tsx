import { useTranslation } from 'react-i18next'
import { CommandHistory } from '../command/command-history.tsx'
import { usePhysicalAct } from '../command/physical-act.tsx'
import { ControlPanel } from '../control/control-panel.tsx'
import { ErrorWords } from '../error-words.tsx'
import type { StationRow } from '../station-row.ts'
import { ConnectorCard } from './connector-card.tsx'
import { PowerPanel } from './power-panel.tsx'
import { StationFacts } from './station-facts.tsx'
import { StationTransactions } from './station-transactions.tsx'

/** The first part of a station's page: what goes on there now, and lately. */
export function StationOverview({ row }: { row: StationRow }) {
  const { t } = useTranslation('station')
  const { ask, dialog } = usePhysicalAct(row.id)
  return (
    <div className="lp-overview">
      <div className="lp-overview-main">
        <ErrorWords errors={row.errors} />
        {row.connectors.length === 0 ? <p className="lp-soft">{t('connectors.none')}</p> : null}
        <div className="lp-connectors">
          {row.connectors.map((view) => (
            <ConnectorCard key={view.connector.id} row={row} view={view} ask={ask} />
          ))}
        </div>
        <PowerPanel row={row} />
        <StationTransactions row={row} />
      </div>
      <div className="lp-overview-side">
        <ControlPanel row={row} />
        <StationFacts row={row} />
        <section className="lp-panel lp-part">
          <header className="lp-part-head">
            <h2>{t('command.history')}</h2>
          </header>
          <CommandHistory stationId={row.id} limit={5} />
        </section>
      </div>
      {dialog}
    </div>
  )
}
