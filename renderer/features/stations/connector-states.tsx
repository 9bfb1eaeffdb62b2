import { useTranslation } from 'react-i18next'
import { StateWord } from '../../ui/mark/state-dot.tsx'
import type { StationRow } from './station-row.ts'

/** The state of each connector as shape and word; numbered when there are several. Offline they all are at once. */
export function ConnectorStates({ row }: { row: StationRow }) {
  const { t } = useTranslation(['stations', 'state'])
  if (row.connectors.length === 0) {
    const state = row.station.connection === 'online' ? 'unknown' : 'offline'
    return (
      <StateWord
        state={state}
        text={t(
          row.station.connection === 'never' ? 'connection.neverShort' : `state:charge.${state}`,
        )}
      />
    )
  }
  if (row.connectors.every(({ state }) => state === 'offline')) return <StateWord state="offline" />
  return (
    <span className="lp-connector-states">
      {row.connectors.map(({ connector, state }) => (
        <span key={connector.id} className="lp-connector-state">
          {row.connectors.length > 1 ? (
            <span className="lp-connector-number">{connector.connectorId}</span>
          ) : null}
          <StateWord state={state} />
        </span>
      ))}
    </span>
  )
}
