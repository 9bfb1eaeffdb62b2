import { useTranslation } from 'react-i18next'
import type { RowFate } from '../../../shared/domain/import/fate.ts'
import type { ImportKind } from '../../../shared/domain/import/kind.ts'
import { inert } from '../../ui/mark/inert.ts'
import { Inspector } from '../../ui/frame/inspector.tsx'
import { FateMark } from './fate-mark.tsx'
import { useRowWords } from './use-problem-words.ts'

/** All there is to say of one row. */
export function RowInspector({
  kind,
  row,
  onClose,
}: {
  kind: ImportKind
  row: RowFate
  onClose: () => void
}) {
  const { t } = useTranslation('import')
  const words = useRowWords(kind)
  const lists = [
    { title: t('row.why'), lines: row.problems.map(words.problem) },
    { title: t('row.changes'), lines: row.fields.map(words.field) },
    { title: t('row.notes'), lines: row.notes.map(words.note) },
  ]
  return (
    <Inspector
      title={t('row.title', { line: row.line })}
      subtitle={inert(row.subject, 80).text}
      onClose={onClose}
    >
      <div className="lp-import-row">
        <FateMark fate={row.fate} />
        {lists.map(({ title, lines }) =>
          lines.length === 0 ? null : (
            <section key={title}>
              <h3>{title}</h3>
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </section>
          ),
        )}
      </div>
    </Inspector>
  )
}
