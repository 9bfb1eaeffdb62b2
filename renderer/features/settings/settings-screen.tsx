import { useTranslation } from 'react-i18next'
import { settingsSections } from '../../navigation/route.ts'
import type { SettingsSection } from '../../navigation/route.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { AboutSection } from './about-section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { BookingsSection } from './bookings-section.tsx'
import { CalendarsSection } from './calendars-section.tsx'
import { ConnectionSection } from './connection-section.tsx'
import { GridSection } from './grid/grid-section.tsx'
import { JournalSection } from './journal-section.tsx'
import { PaymentsSection } from './payments/payments-section.tsx'
import { TariffsSection } from './tariffs/tariffs-section.tsx'
import { SiteSection } from './site-section.tsx'
import { TokensSection } from './tokens-section.tsx'
import './settings.css'

/** The settings: their sections at the left, one of them beside. `open` is what its inspector shows. */
export function SettingsScreen({
  section,
  open,
}: {
  section: SettingsSection
  open: string | null
}) {
  const { t } = useTranslation('settings')
  return (
    <div className="lp-settings">
      <nav className="lp-settings-nav" aria-label={t('sections.label')}>
        <div className="lp-settings-title">{t('title')}</div>
        <ul>
          {settingsSections.map((name) => (
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
      </nav>
      <div className="lp-settings-section">
        <SectionOf section={section} open={open} />
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
    case 'payments':
      return <PaymentsSection />
    case 'calendars':
      return <CalendarsSection open={open} />
    case 'tariffs':
      return <TariffsSection open={open} />
    case 'tokens':
      return <TokensSection open={open} />
    case 'connection':
      return <ConnectionSection />
    case 'appearance':
      return <AppearanceSection />
    case 'journal':
      return <JournalSection open={open} />
    case 'about':
      return <AboutSection />
  }
}
