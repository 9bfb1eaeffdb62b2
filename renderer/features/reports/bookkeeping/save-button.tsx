import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../../../live/use-live.ts'
import { useHeldBack } from '../../../session/needs.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { canChooseTarget } from '../export/target.ts'
import { useBookExport, type WantedBook } from './use-book-export.ts'

/** Saves a file for other books, or says why it can't be. */
export function SaveButton({
  label,
  wanted,
  isPrimary = false,
  blocked = false,
}: {
  label: string
  wanted: WantedBook
  isPrimary?: boolean
  /** Something stands in the way that is told beside it. */
  blocked?: boolean
}) {
  const { t } = useTranslation('bookkeeping')
  const saving = useBookExport()
  const held = useHeldBack('account')
  const isLost = useConnection().state === 'lost'
  const why = isLost ? t('lost') : canChooseTarget() ? held.title : t('noShell')
  return (
    <>
      <Button
        {...(isPrimary ? {} : { variant: 'default' })}
        leftSection={<IconDownload size={16} aria-hidden="true" />}
        loading={saving.busy}
        disabled={blocked || why !== undefined}
        title={why}
        onClick={() => void saving.run(wanted)}
      >
        {label}
      </Button>
      <ErrorNote error={saving.error} />
    </>
  )
}
