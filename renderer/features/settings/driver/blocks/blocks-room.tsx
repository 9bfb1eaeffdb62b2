import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Block } from '../../../../../shared/domain/visit/block.ts'
import { useFormat } from '../../../../i18n/use-format.ts'
import { tellAct } from '../../../../live/last-act.ts'
import { useAct } from '../../../../live/use-act.ts'
import { useClient } from '../../../../live/use-live.ts'
import { useQuery } from '../../../../live/use-query.ts'
import { ConfirmAct } from '../../../../ui/frame/confirm-act.tsx'
import { EmptyState } from '../../../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../../../ui/frame/error-note.tsx'
import { PanelSkeleton } from '../../../../ui/frame/skeletons.tsx'
import { inert } from '../../../../ui/mark/inert.ts'
import { InertText } from '../../../../ui/mark/inert-text.tsx'
import { SearchField } from '../../../../ui/table/search-field.tsx'
import { useActorWords } from '../../../../ui/words/use-actor-words.ts'
import { AddBlock } from './add-block.tsx'
import { foundBlocks } from './block-form.ts'

/** Who may not book from a phone: block, unblock, search, and what whoever is blocked is told. */
export function BlocksRoom() {
  const { t } = useTranslation('driverPage')
  const hub = useClient()
  const blocks = useQuery('visit.blocks', (signal) => hub.visit.blocks(undefined, { signal }))
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<Block | null>(null)
  const remove = useAct((block: Block) => hub.visit.unblock({ id: block.id }))
  const all = blocks.data ?? []
  const found = foundBlocks(all, typed)
  const name = asked === null ? '' : inert(asked.value, 60).text
  const carryOut = async () => {
    if (asked === null || (await remove.run(asked)) === undefined) return
    tellAct(t('blocks.said.removed', { value: name }))
    setAsked(null)
    blocks.reload()
  }
  return (
    <>
      <section className="lp-panel lp-block" aria-labelledby="blocks-add">
        <h2 id="blocks-add">{t('blocks.title')}</h2>
        <p className="lp-soft lp-lead">{t('blocks.lead')}</p>
        <AddBlock onAdded={blocks.reload} />
      </section>
      <ErrorNote error={blocks.error} onRetry={blocks.reload} />
      {blocks.state === 'loading' ? <PanelSkeleton height={160} /> : null}
      {blocks.data === undefined ? null : (
        <section className="lp-panel lp-block lp-blocks" aria-labelledby="blocks-list">
          <div className="lp-blocks-head">
            <h2 id="blocks-list">{t('blocks.count', { count: all.length })}</h2>
            {all.length === 0 ? null : (
              <SearchField label={t('blocks.search')} value={typed} onChange={setTyped} />
            )}
          </div>
          {all.length === 0 ? (
            <EmptyState compact title={t('blocks.none')}>
              {t('blocks.noneHint')}
            </EmptyState>
          ) : found.length === 0 ? (
            <p>{t('blocks.noneFound')}</p>
          ) : (
            <BlockTable blocks={found} onRemove={setAsked} />
          )}
        </section>
      )}
      <ConfirmAct
        opened={asked !== null}
        title={t('blocks.removeTitle', { value: name })}
        act={t('blocks.remove')}
        busy={remove.busy}
        error={remove.error}
        onConfirm={() => void carryOut()}
        onCancel={() => {
          remove.clear()
          setAsked(null)
        }}
      >
        {t('blocks.removeBody')}
      </ConfirmAct>
    </>
  )
}

function BlockTable({
  blocks,
  onRemove,
}: {
  blocks: readonly Block[]
  onRemove: (block: Block) => void
}) {
  const { t } = useTranslation('driverPage')
  const format = useFormat()
  const actor = useActorWords()
  return (
    <table className="lp-blocks-table">
      <thead>
        <tr>
          <th scope="col">{t('blocks.of')}</th>
          <th scope="col">{t('blocks.reason')}</th>
          <th scope="col">{t('blocks.by')}</th>
          <th scope="col">{t('blocks.at')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {blocks.map((block) => (
          <tr key={block.id}>
            <th scope="row">
              <span className="lp-soft">{t(`blocks.ofs.${block.of}`)}</span>
              <strong>
                <InertText text={block.value} max={60} />
              </strong>
            </th>
            <td>
              <InertText text={block.reason} max={200} />
            </td>
            <td>{actor(block.createdBy)}</td>
            <td>{format.day(block.createdAt)}</td>
            <td>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('blocks.removeNamed', { value: inert(block.value, 60).text })}
                onClick={() => onRemove(block)}
              >
                {t('blocks.remove')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
