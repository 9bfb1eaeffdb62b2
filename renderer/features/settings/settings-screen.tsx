import { useTranslation } from 'react-i18next'
import { settingsSections } from '../../navigation/route.ts'
import type { SettingsSection } from '../../navigation/route.ts'
import { rightsOfSections } from '../../navigation/rights.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { useMayAll } from '../../live/session-store.ts'
import { NotYours } from '../../session/not-yours.tsx'
import { AboutSection } from './about-section.tsx'
import { AccountingSection } from './accounting/accounting-section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { BookingsSection } from './bookings-section.tsx'
import { CalendarsSection } from './calendars-section.tsx'
import { ConnectionSection } from './connection-section.tsx'
import { DriverSection } from './driver/driver-section.tsx'
import { GridSection } from './grid/grid-section.tsx'
import { MessagesSection } from './message/messages-section.tsx'
import { PaymentsSection } from './payments/payments-section.tsx'
import { TillSection } from './till/till-section.tsx'
import { TariffsSection } from './tariffs/tariffs-section.tsx'
import { UsersSection } from './users/users-section.tsx'
import { SiteSection } from './site-section.tsx'
import { TokensSection } from './tokens-section.tsx'
import './settings.css'

/**
 * The settings: the sections that are whoever is here's to see at the left, one of them beside.
 * @param asked null: the first of them
 * @param open what its inspector shows
 */
export function SettingsScreen({
  section: asked,
  open,
}: {
  section: SettingsSection | null
  open: string | null
}) {
  const { t } = useTranslation('settings')
  const may = useMayAll()
  const sections = settingsSections.filter((name) => may(rightsOfSections[name]))
  const section = asked ?? sections[0] ?? 'about'
  const right = rightsOfSections[section]
  return (
    <div className="lp-settings">
      <nav className="lp-settings-nav" aria-label={t('sections.label')}>
        <div className="lp-settings-title">{t('title')}</div>
        <ul>
          {sections.map((name) => (
            <li key={name}>
              <a
                href={hrefOf({ screen: 'settings', section: name })}
                aria-current={name === section ? 'page' : undefined}
              >
                {t(`sections.${name}`)}
              </a>
            </li>
          ))}
        </ul>
        <a className="lp-settings-journal" href={hrefOf({ screen: 'journal' })}>
          {t('sections.journal')}
        </a>
      </nav>
      <div className="lp-settings-section">
        {may(right) ? <SectionOf section={section} open={open} /> : <NotYours right={right} />}
      </div>
    </div>
  )
}

function SectionOf({ section, open }: { section: SettingsSection; open: string | null }) {
  switch (section) {
    case 'site':
      return <SiteSection />
    case 'grid':
      return <GridSection open={open} />
    case 'bookings':
      return <BookingsSection />
    case 'messages':
      return <MessagesSection room={open} />
    case 'driver':
      return <DriverSection room={open} />
    case 'payments':
      return <PaymentsSection />
    case 'till':
      return <TillSection />
    case 'accounting':
      return <AccountingSection />
    case 'calendars':
      return <CalendarsSection open={open} />
    case 'tariffs':
      return <TariffsSection open={open} />
    case 'tokens':
      return <TokensSection open={open} />
    case 'connection':
      return <ConnectionSection />
    case 'users':
      return <UsersSection open={open} />
    case 'appearance':
      return <AppearanceSection />
    case 'about':
      return <AboutSection />
  }
}
