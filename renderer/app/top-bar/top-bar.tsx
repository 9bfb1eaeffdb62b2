import { UnstyledButton } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRows, useSite } from '../../live/use-live.ts'
import { AlarmsMenu } from './alarms-menu.tsx'
import { ModeMark } from './mode-mark.tsx'
import { PairingChip } from './pairing-chip.tsx'
import { SiteGauge } from './site-gauge.tsx'
import { StripeChip } from './stripe-chip.tsx'
import { UserMenu } from './user-menu.tsx'
import './top-bar.css'

/** The site at a glance: its name, its load, who is online, how Stripe stands, what needs a hand. */
export function TopBar() {
  const { t } = useTranslation('shell')
  const site = useSite()
  return (
    <header className="lp-bar" aria-label={t('bar.label')}>
      <div className="lp-bar-name">{site?.name ?? ''}</div>
      <ModeMark />
      {site ? <SiteGauge site={site} /> : null}
      {site ? <OnlineCount /> : null}
      <div className="lp-bar-rest">
        <StripeChip />
        <PairingChip />
        {site ? <AlarmsMenu /> : null}
        <UnstyledButton
          className="lp-bar-palette"
          aria-label={t('bar.palette')}
          title="Ctrl+K"
          onClick={spotlight.open}
        >
          <IconSearch size={15} aria-hidden="true" />
          <span>{t('bar.palette')}</span>
          <kbd>Ctrl K</kbd>
        </UnstyledButton>
        <UserMenu />
      </div>
    </header>
  )
}

function OnlineCount() {
  const { t } = useTranslation('shell')
  const stations = useRows('station').filter((station) => station.retiredAt === null)
  if (stations.length === 0) return null
  const online = stations.filter((station) => station.connection === 'online').length
  return (
    <div className="lp-bar-online" title={t('bar.onlineOf', { online, all: stations.length })}>
      <strong>
        {online}/{stations.length}
      </strong>{' '}
      <span className="lp-soft">{t('bar.online')}</span>
    </div>
  )
}
