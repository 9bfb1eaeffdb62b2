import { useTranslation } from 'react-i18next'
import { useSite } from '../../live/use-live.ts'
import { Screen } from '../../ui/screen.tsx'
import { PanelSkeleton } from '../../ui/skeletons.tsx'
import { TermsFields } from './terms-fields.tsx'

/** On which terms the site takes bookings: when the gate is open, what lies between two, how long one waits. */
export function BookingsSection() {
  const { t } = useTranslation('settings')
  const site = useSite()
  return (
    <Screen title={t('sections.bookings')} padded>
      <div className="lp-panel lp-form-panel">
        {site ? <TermsFields site={site} /> : <PanelSkeleton height={360} />}
      </div>
    </Screen>
  )
}
