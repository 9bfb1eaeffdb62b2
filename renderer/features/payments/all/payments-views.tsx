import { useTranslation } from 'react-i18next'
import { useRemembered } from '../../../ui/remembered.ts'
import { ViewsMenu } from '../../../ui/table/views-menu.tsx'
import { acceptViews, narrow, usePaymentsView } from './payments-view.ts'
import type { SavedView } from './payments-view.ts'

const NONE: readonly SavedView[] = []

/** Filters of payments that somebody gave a name. */
export function PaymentsViews() {
  const { t } = useTranslation('payments')
  const filter = usePaymentsView((view) => view.filter)
  const [views, keep] = useRemembered<readonly SavedView[]>('payments.views', NONE, acceptViews)
  const without = (gone: string) => views.filter((view) => view.name !== gone)
  return (
    <ViewsMenu
      views={views}
      empty={t('noViews')}
      position="bottom-start"
      onShow={(view) => narrow(view.filter)}
      onSave={(name) =>
        keep([...without(name), { name, filter }].toSorted((a, b) => a.name.localeCompare(b.name)))
      }
      onRemove={(name) => keep(without(name))}
    />
  )
}
