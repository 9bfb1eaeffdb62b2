import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Feeder } from '../../../../shared/domain/site/feeder.ts'
import type { ConnectedPower } from '../../../../shared/domain/site/feeder-tree.ts'
import type { Site } from '../../../../shared/domain/site/site.ts'
import type { Station } from '../../../../shared/domain/station/station.ts'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useSite } from '../../../live/use-live.ts'
import { Figure } from '../../../ui/mark/figure.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'

/** So many stations are named before the rest is counted. */
const NAMED = 8

/** The site's own connection, on which everything hangs at last. */
export function SiteRow({
  power,
  stations,
}: {
  power: ConnectedPower | undefined
  stations: readonly Station[]
}) {
  const { t } = useTranslation('grid')
  const site = useSite()
  const limits: Limits = {
    limitW: site?.gridLimitW ?? null,
    limitDa: site?.gridLimitDa ?? null,
  }
  return (
    <tr>
      <th scope="row">{t('feeders.site')}</th>
      <Figures limits={limits} power={power} stations={stations} />
    </tr>
  )
}

/** One feeder, set in as far as it hangs below the site's connection. */
export function FeederRow({
  feeder,
  depth,
  power,
  stations,
  open,
  onOpen,
}: {
  feeder: Feeder
  depth: number
  power: ConnectedPower | undefined
  stations: readonly Station[]
  open: boolean
  onOpen: () => void
}) {
  return (
    <tr data-open={open || undefined}>
      <th scope="row" style={{ paddingLeft: 16 + depth * 20 }}>
        <UnstyledButton className="lp-feeder-name" aria-expanded={open} onClick={onOpen}>
          <InertText text={feeder.name} max={60} />
        </UnstyledButton>
      </th>
      <Figures limits={feeder} power={power} stations={stations} />
    </tr>
  )
}

type Limits = { limitW: Site['gridLimitW']; limitDa: Site['gridLimitDa'] }

function Figures({
  limits: { limitW, limitDa },
  power,
  stations,
}: {
  limits: Limits
  power: ConnectedPower | undefined
  stations: readonly Station[]
}) {
  const { t } = useTranslation('grid')
  const format = useFormat()
  const connectedW = power?.connectedW ?? 0
  const rest = stations.length - NAMED
  return (
    <>
      <td className="lp-grid-number">
        {limitW === null ? null : <Figure value={format.power(limitW)} />}
        {limitW === null || limitDa === null ? null : ' · '}
        {limitDa === null ? null : <Figure value={format.current(limitDa)} />}
        {limitW === null && limitDa === null ? (
          <span className="lp-soft">{t('feeders.unlimited')}</span>
        ) : null}
      </td>
      <td className="lp-grid-number">
        <Figure value={format.power(connectedW)} />
        {limitW === null || connectedW === 0 ? null : (
          <div className="lp-soft" title={t('feeders.shareHint')}>
            {t('feeders.share', { percent: inWords(format.percent((connectedW / limitW) * 100)) })}
          </div>
        )}
        {power !== undefined && power.untold > 0 ? (
          <div className="lp-soft">{t('feeders.untold', { count: power.untold })}</div>
        ) : null}
      </td>
      <td className="lp-feeder-names">
        {stations.slice(0, NAMED).map(({ id, name }) => (
          <span key={id}>
            <InertText text={name} max={24} />
          </span>
        ))}
        {rest > 0 ? <span className="lp-soft">{t('feeders.more', { count: rest })}</span> : null}
      </td>
    </>
  )
}
