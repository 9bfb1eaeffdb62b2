import { useTranslation } from 'react-i18next'
import { useRow, useSite } from '../../live/use-live.ts'
import { Screen } from '../../ui/frame/screen.tsx'
import { PanelSkeleton } from '../../ui/frame/skeletons.tsx'
import { TermsFields } from './terms-fields.tsx'
import { WalkUpTermsPanel } from './walk-up/walk-up-terms-panel.tsx'

/**
 * On which terms the site takes bookings: when the gate is open, what lies between two, how long one waits; and how the
 * desk takes in who has none.
 */
export function BookingsSection() {
  const { t } = useTranslation('settings')
  const site = useSite()
  const walkUps = useRow('walkUpTerms', 'walkUpTerms')
  return (
    <Screen title={t('sections.bookings')} padded>
      <div className="lp-panel lp-form-panel">
        {site ? <TermsFields site={site} /> : <PanelSkeleton height={360} />}
      </div>
      {site && walkUps ? <WalkUpTermsPanel terms={walkUps} currency={site.currency} /> : null}
    </Screen>
  )
}
