import { useTranslation } from 'react-i18next'
import { ViewsMenu } from '../../ui/table/views-menu.tsx'
import { deleteView, saveView, showView, useTimelineView } from './view-store.ts'

/** The timeline's saved views. */
export function TimelineViews() {
  const { t } = useTranslation('timeline')
  const views = useTimelineView((view) => view.views)
  return (
    <ViewsMenu
      views={views}
      empty={t('noViews')}
      position="bottom-end"
      onShow={(saved) => showView(saved, Date.now())}
      onSave={saveView}
      onRemove={deleteView}
    />
  )
}
