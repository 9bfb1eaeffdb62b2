import { useTranslation } from 'react-i18next'
import { useSite } from '../../live/use-live.ts'
import { Screen } from '../../ui/frame/screen.tsx'
import { PanelSkeleton } from '../../ui/frame/skeletons.tsx'
import { SiteFields } from './site-fields.tsx'

/** What the site is called, where it lies and what it counts in. */
export function SiteSection() {
  const { t } = useTranslation('settings')
  const site = useSite()
  return (
    <Screen title={t('sections.site')} padded>
      <div className="lp-panel lp-form-panel">
        {site ? <SiteFields site={site} /> : <PanelSkeleton height={280} />}
      </div>
    </Screen>
  )
}
