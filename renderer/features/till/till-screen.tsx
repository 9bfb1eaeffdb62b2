import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { chooseTill, useOpenShift, useTill, useTills } from '../../live/till-id.ts'
import { useNow } from '../../live/use-now.ts'
import type { TillTab } from '../../navigation/route.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { inert } from '../../ui/mark/inert.ts'
import { ScreenTabs } from '../../ui/frame/screen-tabs.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { ChooseTill, NoTills } from './choose-till.tsx'
import { Opening } from './opening.tsx'
import { ReportList } from './report/report-list.tsx'
import { OpenShift } from './shift/open-shift.tsx'
import './till.css'

/**
 * The till that this window stands at: its shift, or one to open, and the reports of closed ones.
 * @param open the number of a Z report that is shown as paper
 */
export function TillScreen({ tab, open }: { tab: TillTab; open: string | null }) {
  const { t } = useTranslation('till')
  const format = useFormat()
  const now = useNow(60_000)
  const tills = useTills()
  const till = useTill()
  const shift = useOpenShift(till?.id ?? null)
  const name = till && inert(till.name, 60).text
  const summary =
    name === undefined
      ? null
      : shift === undefined
        ? t('closedSummary', { till: name })
        : t('summary', {
            till: name,
            number: shift.number,
            since: format.moment(shift.openedAt, now),
          })
  return (
    <Screen
      title={t('title')}
      summary={tab === 'shift' ? summary : null}
      actions={
        till && tab === 'shift' && tills.length > 1 ? (
          <Button variant="default" size="sm" onClick={() => chooseTill(null)}>
            {t('choose.other')}
          </Button>
        ) : null
      }
      toolbar={
        <ScreenTabs
          label={t('tabs.label')}
          here={tab}
          tabs={[
            { key: 'shift', href: hrefOf({ screen: 'till' }), title: t('tabs.shift') },
            {
              key: 'reports',
              href: hrefOf({ screen: 'till', tab: 'reports' }),
              title: t('tabs.reports'),
            },
          ]}
        />
      }
    >
      <div className="lp-till">
        {tab === 'reports' ? (
          <ReportList open={open} />
        ) : tills.length === 0 ? (
          <NoTills />
        ) : till === undefined ? (
          <ChooseTill tills={tills} />
        ) : shift === undefined ? (
          <Opening key={till.id} till={till} />
        ) : (
          <OpenShift key={shift.id} till={till} shift={shift} />
        )}
      </div>
    </Screen>
  )
}
