import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { allOn, choicesOf, named, onFirst } from './column-list.ts'
import { ColumnRows } from './column-rows.tsx'
import type { Draft } from './draft.ts'
import { change } from './draft-store.ts'
import { FileFields } from './file-fields.tsx'
import { useColumnWords } from './use-column-words.ts'

/** Beside the preview: how the file is written, and which columns it has. `onFactor` is called when what CO₂ is reckoned with has changed. */
export function SidePanel({ draft, onFactor }: { draft: Draft; onFactor: () => void }) {
  const { t } = useTranslation('reports')
  const wordsOf = useColumnWords()
  const { kind, columns } = draft
  const on = columns.filter(({ isOn }) => isOn).length
  const act = (words: string, next: () => Draft['columns']) => (
    <Menu.Item onClick={() => change({ columns: next() })}>{words}</Menu.Item>
  )
  return (
    <aside className="lp-reports-side" aria-label={t('export.side.label')}>
      <section>
        <h2>{t('export.side.file')}</h2>
        <FileFields draft={draft} onFactor={onFactor} />
      </section>
      <section>
        <div className="lp-reports-columns-head">
          <h2>
            {t('export.side.columns')}{' '}
            <span className="lp-soft">{t('export.column.count', { on, all: columns.length })}</span>
          </h2>
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button variant="default" size="compact-sm">
                {t('export.column.acts')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {act(t('export.column.all'), () => allOn(columns, true))}
              {act(t('export.column.least'), () => allOn(columns, false))}
              {act(t('export.column.first'), () => onFirst(columns))}
              {act(t('export.column.order'), () => choicesOf(kind, []))}
              {act(t('export.column.words'), () => named(columns, wordsOf))}
              {act(t('export.column.keys'), () => named(columns, (key) => key))}
            </Menu.Dropdown>
          </Menu>
        </div>
        <ColumnRows draft={draft} />
        <p className="lp-soft">{t('export.column.keysHint')}</p>
      </section>
    </aside>
  )
}
