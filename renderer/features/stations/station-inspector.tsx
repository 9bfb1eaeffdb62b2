import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { Facts } from '../../ui/frame/facts.tsx'
import { Figure } from '../../ui/mark/figure.tsx'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { Inspector } from '../../ui/frame/inspector.tsx'
import { StateBadge } from '../../ui/mark/state-dot.tsx'
import { CommandHistory } from './command/command-history.tsx'
import { ConnectorCommands } from './command/connector-commands.tsx'
import { usePhysicalAct } from './command/physical-act.tsx'
import { StationCommands } from './command/station-commands.tsx'
import { ConnectionWords, HeardAge } from './connection-words.tsx'
import { ErrorWords } from './error-words.tsx'
import { NoPasswordMark } from './no-password-mark.tsx'
import type { ConnectorView, StationRow } from './station-row.ts'
import './stations.css'

/** The selected station beside the list: what it does now and what can be done about it. */
export function StationInspector({ row, onClose }: { row: StationRow; onClose: () => void }) {
  const { t } = useTranslation(['stations', 'station'])
  const { station } = row
  const { ask, dialog } = usePhysicalAct(row.id)
  return (
    <>
      <Inspector
        title={inert(station.name, 60).text}
        subtitle={<ConnectionWords station={station} />}
        onClose={onClose}
        footer={
          <Button
            component="a"
            variant="default"
            href={hrefOf({ screen: 'station', stationId: row.id })}
          >
            {t('inspector.open')}
          </Button>
        }
      >
        <div className="lp-inspect">
          <ErrorWords errors={row.errors} />
          {row.connectors.map((view) => (
            <section key={view.connector.id} className="lp-inspect-connector">
              <h3>
                {t('connector', { number: view.connector.connectorId })}
                <StateBadge state={view.state} />
              </h3>
              <ConnectorFigures view={view} />
              <ConnectorCommands row={row} view={view} ask={ask} />
            </section>
          ))}
          {row.connectors.length === 0 ? (
            <p className="lp-soft">{t('station:connectors.none')}</p>
          ) : null}
          <section>
            <h3>{t('station:command.group.charger')}</h3>
            <StationCommands row={row} ask={ask} />
          </section>
          <section>
            <h3>{t('station:command.history')}</h3>
            <CommandHistory stationId={row.id} limit={4} />
          </section>
          <section>
            <h3>{t('station:facts.title')}</h3>
            <Facts
              rows={[
                [t('columns.heard'), <HeardAge key="heard" station={station} />],
                [t('columns.chargePointId'), <InertText key="id" text={station.chargePointId} />],
                [t('columns.zone'), <InertText key="zone" text={station.zone} />],
                [
                  t('columns.model'),
                  <InertText
                    key="model"
                    text={[station.vendor, station.model].filter(Boolean).join(' ')}
                  />,
                ],
                [
                  t('columns.firmware'),
                  <InertText key="firmware" text={station.firmwareVersion} />,
                ],
                ...(station.note
                  ? [
                      [
                        t('station:facts.note'),
                        <InertText key="note" text={station.note} max={500} />,
                      ] as const,
                    ]
                  : []),
              ]}
            />
            {station.authentication === 'none' ? <NoPasswordMark /> : null}
          </section>
        </div>
      </Inspector>
      {/* Beside the inspector and not in it: its Escape would close both. */}
      {dialog}
    </>
  )
}

function ConnectorFigures({ view }: { view: ConnectorView }) {
  const { t } = useTranslation('station')
  const format = useFormat()
  const { connector, transaction, powerW } = view
  if (transaction === null && powerW === null) return null
  return (
    <dl className="lp-figures">
      <div>
        <dt>{t('connectors.power')}</dt>
        <dd>
          <Figure value={format.power(powerW)} size="medium" />
        </dd>
      </div>
      {transaction === null ? null : (
        <div>
          <dt>{t('connectors.energy')}</dt>
          <dd>
            <Figure value={format.energy(transaction.energyWh)} size="medium" />
          </dd>
        </div>
      )}
      {connector.socPct === null ? null : (
        <div>
          <dt>{t('connectors.soc')}</dt>
          <dd>
            <Figure value={format.percent(connector.socPct)} size="medium" />
          </dd>
        </div>
      )}
      {transaction === null ? null : (
        <div>
          <dt>{t('command.field.idToken')}</dt>
          <dd>
            <InertText text={transaction.idToken} max={20} />
          </dd>
        </div>
      )}
    </dl>
  )
}
