import { Button, FileButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload, IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportKind } from '../../../shared/domain/import/kind.ts'
import { templateText } from '../../../shared/domain/import/template.ts'
import { useLocale } from '../../i18n/locale.ts'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { saveText } from '../../ui/share/save-text.ts'

/** The types that systems know CSV files by. */
const ACCEPTED = '.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain'

/** The button that asks for a file. */
export function FileChoice({
  label,
  primary = false,
  onFile,
}: {
  label: string
  primary?: boolean
  onFile: (file: File) => void
}) {
  return (
    <FileButton accept={ACCEPTED} onChange={(file) => file && onFile(file)}>
      {(props) => (
        <Button
          {...props}
          variant={primary ? 'filled' : 'default'}
          leftSection={<IconFileImport size={16} aria-hidden="true" />}
        >
          {label}
        </Button>
      )}
    </FileButton>
  )
}

/** What the screen is for while no file has been chosen. */
export function ChooseFile({ kind, onFile }: { kind: ImportKind; onFile: (file: File) => void }) {
  const { t } = useTranslation('import')
  return (
    <EmptyState
      icon={<IconFileImport size={40} stroke={1.2} />}
      title={t(`empty.${kind}`)}
      action={
        <div className="lp-import-begin">
          <FileChoice primary label={t('choose')} onFile={onFile} />
          <TemplateButton kind={kind} />
        </div>
      }
    >
      <p>{t('empty.text')}</p>
      <p>{t(`known.${kind}`)}</p>
    </EmptyState>
  )
}

function TemplateButton({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('import')
  const { language, timeZone } = useLocale()
  const save = async () => {
    const tomorrow = Temporal.Now.plainDateISO(timeZone).add({ days: 1 }).toString()
    const saved = await saveText(
      `${t(`templateName.${kind}`)}.csv`,
      templateText(kind, language, tomorrow),
    )
    if (saved === 'cancelled') return
    const message = t(saved === 'saved' ? 'templateSaved' : 'notSaved')
    notifications.show({ message, color: 'ink' })
  }
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden="true" />}
      onClick={() => void save()}
    >
      {t('template')}
    </Button>
  )
}
