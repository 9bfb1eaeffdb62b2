import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { Screen } from '../../../ui/frame/screen.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import type { RoomProps } from './messages-section.tsx'
import { TestPanel } from './test-panel.tsx'
import { WayPanel } from './way-panel.tsx'

/** How messages leave, and whether they get there. */
export function WayRoom({ tabs }: RoomProps) {
  const { t } = useTranslation('settings')
  const hub = useClient()
  const [isDirty, setIsDirty] = useState(false)
  const now = useQuery('message.termsNow', (signal) => hub.message.terms(undefined, { signal }))
  return (
    <Screen title={t('sections.messages')} toolbar={tabs} padded>
      <ErrorNote error={now.error} onRetry={now.reload} />
      {now.data === undefined ? (
        <PanelSkeleton height={420} />
      ) : (
        <>
          <WayPanel now={now.data} onSaved={now.reload} onDirty={setIsDirty} />
          <TestPanel isUnsaved={isDirty} />
        </>
      )}
    </Screen>
  )
}
