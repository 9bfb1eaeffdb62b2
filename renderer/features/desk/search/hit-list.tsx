import { UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../../../../shared/domain/search/search-hit.ts'
import { useHitWords } from './hit-words.ts'
import type { ListRow } from './list-rows.ts'

/** What was found, under the box; the box keeps the focus. */
export function HitList({
  id,
  rows,
  at,
  isAnswered,
  onOpen,
}: {
  id: string
  rows: readonly ListRow[]
  at: number
  isAnswered: boolean
  onOpen: (row: ListRow) => void
}) {
  const { t } = useTranslation('desk')
  const wordsOf = useHitWords()
  return (
    <div className="lp-dk-hits">
      <div id={id} className="lp-dk-hits-list" role="listbox" aria-label={t('hits.label')}>
        {rows.map((row, index) => (
          <UnstyledButton
            key={row.kind === 'hit' ? `${row.hit.kind}-${row.hit.id}` : 'walkUp'}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="lp-dk-hit"
            // The box keeps the focus, so that the list is not closed before it is clicked.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onOpen(row)}
          >
            {row.kind === 'hit' ? (
              <Hit hit={row.hit} {...wordsOf(row.hit)} />
            ) : (
              <>
                <span className="lp-dk-hit-kind">
                  <IconPlus size={18} aria-hidden="true" />
                </span>
                <strong>{t('hits.walkUp', { plate: row.plate })}</strong>
                <span className="lp-soft">{t('hits.walkUpHint')}</span>
              </>
            )}
          </UnstyledButton>
        ))}
      </div>
      <p className="lp-dk-hits-foot" role="status">
        {rows.length > 0 ? t('hits.keys') : t(isAnswered ? 'hits.none' : 'hits.searching')}
      </p>
    </div>
  )
}

function Hit({ hit, title, detail }: { hit: SearchHit; title: string; detail: string }) {
  const { t } = useTranslation('desk')
  return (
    <>
      <span className="lp-dk-hit-kind">{t(`hits.kind.${hit.kind}`)}</span>
      <strong>{title}</strong>
      <span className="lp-soft">{detail}</span>
    </>
  )
}
