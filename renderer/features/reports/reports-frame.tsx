import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows } from '../../live/use-live.ts'
import { reportTabs } from '../../navigation/route.ts'
import type { ReportTab } from '../../navigation/route.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { Screen } from '../../ui/frame/screen.tsx'
import { ScreenTabs } from '../../ui/frame/screen-tabs.tsx'

/** The frame of every tab of the reports, with the tab's own toolbar and inspector. */
export function ReportsFrame({
  tab,
  summary,
  actions,
  toolbar,
  inspector,
  children,
}: {
  tab: ReportTab
  summary?: ReactNode
  actions?: ReactNode
  toolbar?: ReactNode
  inspector?: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation('reports')
  // A file that can't be written is to be seen from wherever one is.
  const late = useRows('reportSchedule').filter(
    ({ lastError, pausedAt }) => lastError !== null && pausedAt === null,
  ).length
  const tabs = reportTabs.map((key) => ({
    key,
    href: hrefOf({ screen: 'reports', tab: key }),
    title: t(`tabs.${key}`),
    ...(key === 'scheduled' ? { count: late } : {}),
  }))
  return (
    <Screen
      title={t('title')}
      summary={summary}
      actions={actions}
      toolbar={
        <>
          <ScreenTabs label={t('tabs.label')} tabs={tabs} here={tab} />
          {toolbar ? <div className="lp-reports-toolbar">{toolbar}</div> : null}
        </>
      }
      inspector={inspector}
    >
      {children}
    </Screen>
  )
}
