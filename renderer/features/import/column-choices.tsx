import { Select } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsOf } from '../../../shared/domain/import/kinds.ts'
import type { ImportKind } from '../../../shared/domain/import/kind.ts'
import type { ColumnMapping } from '../../../shared/domain/import/mapping.ts'
import { inert } from '../../ui/mark/inert.ts'
import type { ReadFile } from './use-import.ts'
import { useRowWords } from './use-problem-words.ts'

/** Which column holds what, as guessed or chosen; folded away until somebody wants to see it, or has to. */
export function ColumnChoices({
  kind,
  read,
  open,
  disabled,
  onChoose,
}: {
  kind: ImportKind
  read: ReadFile
  /** Whether it is to be open from the start: something that is needed has no column. */
  open: boolean
  disabled: boolean
  onChoose: (mapping: ColumnMapping) => void
}) {
  const { t } = useTranslation('import')
  const words = useRowWords(kind)
  const [isOpen, setOpen] = useState(open)
  const fields = Object.entries(fieldsOf[kind])
  const headings = [...new Set(read.header)].filter((heading) => heading !== '')
  const found = fields.filter(([name]) => headings.includes(read.mapping[name] ?? '')).length
  const choose = (name: string, heading: string | null) => {
    const { [name]: _, ...rest } = read.mapping
    // A column holds one thing: whoever had it gives it up.
    const others = Object.fromEntries(Object.entries(rest).filter(([, other]) => other !== heading))
    onChoose(heading === null ? rest : { ...others, [name]: heading })
  }
  return (
    <details
      className="lp-import-columns"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <IconChevronRight size={16} aria-hidden="true" />
        <strong>{t('columns.title')}</strong>
        <span className="lp-soft">{t('columns.found', { found, all: fields.length })}</span>
      </summary>
      <div className="lp-import-column-grid">
        {fields.map(([name, { required }]) => {
          const heading = read.mapping[name] ?? null
          const at = heading === null ? -1 : read.header.indexOf(heading)
          const text = inert(read.sample[at] ?? '', 24).text
          return (
            <Select
              key={name}
              label={words.field(name)}
              description={
                text !== ''
                  ? t('columns.example', { text })
                  : required && at < 0
                    ? t('columns.required')
                    : '\u00a0'
              }
              data={headings.map((value) => ({ value, label: inert(value, 40).text }))}
              value={at < 0 ? null : heading}
              placeholder={t('columns.none')}
              clearable={!required}
              searchable
              disabled={disabled}
              onChange={(value) => choose(name, value)}
            />
          )
        })}
      </div>
    </details>
  )
}
