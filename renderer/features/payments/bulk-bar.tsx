import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { tellAct } from '../../live/last-act.ts'
import { copyText } from '../../ui/share/copy-text.ts'
import { choose } from './chosen-store.ts'
import type { ChosenStore } from './chosen-store.ts'

/** What can be done with all that are chosen; absent while none is. */
export function BulkBar({
  store,
  ids,
  all,
  children,
}: {
  store: ChosenStore
  /** The chosen ones that are still in the list. */
  ids: readonly string[]
  /** Every row that is loaded. */
  all: readonly { id: string }[]
  children: ReactNode
}) {
  const { t } = useTranslation('payments')
  if (ids.length === 0) return null
  const copy = async () => {
    const outcome = await copyText(ids.join('\n'), null)
    if (outcome === 'copied') tellAct(t('bulk.copied', { count: ids.length }))
  }
  return (
    <div className="lp-pay-bulk" role="toolbar" aria-label={t('bulk.label')}>
      <strong role="status">{t('bulk.count', { count: ids.length })}</strong>
      {children}
      <Button variant="default" onClick={() => void copy()}>
        {t('bulk.ids')}
      </Button>
      {ids.length < all.length ? (
        <Button
          variant="subtle"
          color="gray"

          onClick={() =>
            choose(
              store,
              all.map(({ id }) => id),
            )
          }
        >
          {t('bulk.all')}
        </Button>
      ) : null}
      <Button variant="subtle" color="gray" onClick={() => choose(store, [])}>
        {t('bulk.none')}
      </Button>
    </div>
  )
}
