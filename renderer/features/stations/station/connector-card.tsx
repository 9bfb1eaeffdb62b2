import { useTranslation } from 'react-i18next'
import { inWords } from '../../../i18n/format.ts'
import type { Quantity } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useNow } from '../../../live/use-now.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { Age } from '../../../ui/mark/age.tsx'
import { Figure } from '../../../ui/mark/figure.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import { StateBadge } from '../../../ui/mark/state-dot.tsx'
import { ConnectorCommands } from '../command/connector-commands.tsx'
import type { PhysicalAct } from '../command/physical-act.tsx'
import type { ConnectorView, StationRow } from '../station-row.ts'
import { ConnectorEquipment } from './connector-equipment.tsx'
import './station-page.css'

/** One connector on its station's page: state, what flows, who charges, how old the figures are, what can be done. */
export function ConnectorCard({
  row,
  view,
  ask,
}: {
  row: StationRow
  view: ConnectorView
  ask: (act: PhysicalAct) => void
}) {
  const { t } = useTranslation(['stations', 'station'])
  const format = useFormat()
  const now = useNow(60_000)
  const { connector, transaction } = view
  const figures: [string, Quantity | null][] = [
    [t('station:connectors.power'), format.power(view.powerW)],
    [t('station:connectors.energy'), transaction ? format.energy(transaction.energyWh) : null],
    [
      t('station:connectors.current'),
      connector.currentDa === null ? null : format.current(connector.currentDa),
    ],
    [
      t('station:connectors.soc'),
      connector.socPct === null ? null : format.percent(connector.socPct),
    ],
  ]
  const title = t('connector', { number: connector.connectorId })
  return (
    <article className="lp-panel lp-connector" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <StateBadge state={view.state} />
        {connector.statusAt === null ? null : (
          <span className="lp-soft">
            {t('station:connectors.since', { when: format.moment(connector.statusAt, now) })}
          </span>
        )}
      </header>
      <dl className="lp-figures">
        {figures.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Figure value={value} size="medium" />
              </dd>
            </div>
          ),
        )}
      </dl>
      <div className="lp-connector-lines">
        {transaction === null ? null : (
          <div>
            <a href={hrefOf({ screen: 'transaction', transactionId: transaction.id })}>
              {t('station:connectors.openTransaction', { number: transaction.ocppTransactionId })}
            </a>
            {' · '}
            <InertText text={transaction.idToken} max={20} />
            {' · '}
            <span className="lp-soft">
              {t('station:connectors.started', { when: format.moment(transaction.startedAt, now) })}
            </span>
          </div>
        )}
        <div className="lp-soft">
          {connector.energyWh === null ? null : (
            <>
              {t('station:connectors.register')} {inWords(format.energy(connector.energyWh))}
              {' · '}
            </>
          )}
          {connector.sampledAt === null ? (
            t('station:connectors.notMeasured')
          ) : (
            <>
              {t('station:connectors.measuredAt')} <Age at={connector.sampledAt} />
            </>
          )}
        </div>
      </div>
      <ConnectorEquipment connector={connector} />
      <ConnectorCommands row={row} view={view} ask={ask} />
    </article>
  )
}
