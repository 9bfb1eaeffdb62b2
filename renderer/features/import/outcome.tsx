import { Button, Progress } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FateCounts, RowFate } from '../../../shared/domain/import/fate.ts'
import { atOnce } from '../../../shared/domain/import/in-turns.ts'
import type { ImportKind } from '../../../shared/domain/import/kind.ts'
import { refusedText } from '../../../shared/domain/import/refused-text.ts'
import { isTable, readTable } from '../../../shared/domain/import/table.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { saveText } from '../../ui/share/save-text.ts'
import type { ChosenFile } from './use-import.ts'
import { useRowWords } from './use-problem-words.ts'

/** How far an import under way has come, and the way to stop it. */
export function ImportProgress({
  done,
  total,
  stopping,
  onStop,
}: {
  done: number
  total: number
  stopping: boolean
  onStop: () => void
}) {
  const { t } = useTranslation('import')
  const format = useFormat()
  return (
    <div className="lp-import-outcome">
      <Progress.Root size="lg" className="lp-import-bar">
        <Progress.Section
          value={total === 0 ? 0 : (100 * done) / total}
          color="ink"
          aria-label={t('apply.label')}
        />
      </Progress.Root>
      <span>{t('apply.progress', { done: format.number(done), total: format.number(total) })}</span>
      <Button variant="default" disabled={stopping} onClick={onStop}>
        {t(stopping ? 'apply.stopping' : 'apply.stop')}
      </Button>
    </div>
  )
}

/** What came of an import. */
export function ImportOutcome({ counts, left }: { counts: FateCounts; left: number }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const counted = (count: number) => ({ count, number: format.number(count) })
  return (
    <div className="lp-import-outcome" role="status">
      <p>
        <strong>
          {t('outcome.done', {
            created: format.number(counts.create),
            changed: format.number(counts.change),
            same: format.number(counts.same),
          })}
        </strong>{' '}
        {counts.refused > 0 ? t('outcome.refused', counted(counts.refused)) : null}{' '}
        {left > 0 ? t('outcome.stopped', { left: format.number(left) }) : null}
      </p>
    </div>
  )
}

/** Saves the refused rows as a file of their own, each with its line and why. */
export function SaveRefused({
  kind,
  file,
  delimiter,
  rows,
}: {
  kind: ImportKind
  file: ChosenFile
  delimiter: string | undefined
  rows: readonly RowFate[]
}) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const words = useRowWords(kind)
  const refused = rows.filter(({ fate }) => fate === 'refused')
  if (refused.length === 0) return null
  const save = async () => {
    const table = atOnce(readTable(file.text, delimiter))
    if (!isTable(table)) return
    const lines = refused.map(({ line, problems }) => ({
      line,
      reason: problems.map(words.problem).join(' '),
    }))
    const headings = { line: t('outcome.headLine'), reason: t('outcome.headReason') }
    const name = t('outcome.refusedName', { name: file.name.replace(/\.[^.]*$/, '') })
    const saved = await saveText(`${name}.csv`, refusedText(table, lines, headings))
    if (saved === 'cancelled') return
    const message = t(saved === 'saved' ? 'outcome.savedRefused' : 'notSaved')
    notifications.show({ message, color: 'ink' })
  }
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden="true" />}
      onClick={() => void save()}
    >
      {t('outcome.saveRefused', {
        count: refused.length,
        number: format.number(refused.length),
      })}
    </Button>
  )
}
