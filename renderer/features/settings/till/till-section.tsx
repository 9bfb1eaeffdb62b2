import { useTranslation } from 'react-i18next'
import { useRow } from '../../../live/use-live.ts'
import { Screen } from '../../../ui/frame/screen.tsx'
import { LimitsPanel } from './limits-panel.tsx'
import { TillsPanel } from './tills-panel.tsx'
import './till-settings.css'

/** The tills of the site, and what needs a supervisor at them. */
export function TillSection() {
  const { t } = useTranslation('settings')
  const terms = useRow('tillTerms', 'tillTerms')
  return (
    <Screen title={t('sections.till')} padded>
      <TillsPanel />
      {terms ? <LimitsPanel terms={terms} /> : null}
    </Screen>
  )
}
