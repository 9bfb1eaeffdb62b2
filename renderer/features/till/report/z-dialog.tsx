import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { refusalOf } from '../../../live/refusal.ts'
import { useClient } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import { PaperDialog } from './paper-dialog.tsx'
import { ZSheet } from './report-sheet.tsx'

/** A Z report as paper. */
export function ZDialog({ number, onClose }: { number: number; onClose: () => void }) {
  const { t } = useTranslation('till')
  const hub = useClient()
  const query = useQuery(`till.z:${number}`, (signal) => hub.till.zReport({ number }, { signal }))
  const { data: report } = query
  const title = t('paper.zTitle', { number })
  if (report === undefined)
    return (
      <Modal
        opened
        onClose={onClose}
        title={title}
        closeButtonProps={{ 'aria-label': t('paper.close') }}
      >
        {query.state === 'failed' ? (
          refusalOf(query.error).code === 'NO_Z_REPORT' ? (
            <p>{t('reports.missing')}</p>
          ) : (
            <ErrorNote error={query.error} onRetry={query.reload} />
          )
        ) : (
          <PanelSkeleton height={420} />
        )}
      </Modal>
    )
  return (
    <PaperDialog
      title={title}
      fileName={title}
      sheet={(language, paper) => <ZSheet report={report} language={language} paper={paper} />}
      onClose={onClose}
    />
  )
}
