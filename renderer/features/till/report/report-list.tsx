import { Button } from '@mantine/core'
import { IconReportMoney } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ZReport } from '../../../../shared/domain/till/z-report.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useClient, useRows } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { usePages } from '../../../live/use-pages.ts'
import { useReloadOn } from '../../../live/use-reload-on.ts'
import { hrefOf, navigate } from '../../../navigation/use-route.ts'
import { Money } from '../../../payment/money.tsx'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { RowSkeletons } from '../../../ui/frame/skeletons.tsx'
import { useActorWords } from '../../../ui/words/use-actor-words.ts'
import { ZDialog } from './z-dialog.tsx'

/**
 * The Z reports of the site, the newest first.
 * @param open the number of the one that is shown as paper
 */
export function ReportList({ open }: { open: string | null }) {
  const { t } = useTranslation('till')
  const hub = useClient()
  const pages = usePages('till.zReports', (after, signal) =>
    hub.till.zReports({ limit: 50, ...(after === undefined ? {} : { after }) }, { signal }),
  )
  useReloadOn([useRows('shift')], pages.reload)
  const number = open !== null && /^[1-9]\d{0,8}$/.test(open) ? Number(open) : null
  const { rows, state } = pages
  return (
    <>
      <ErrorNote error={pages.error} onRetry={pages.reload} />
      {rows.length > 0 ? (
        <ReportTable rows={rows} />
      ) : state === 'ready' ? (
        <EmptyState icon={<IconReportMoney size={40} stroke={1.4} />} title={t('reports.empty')}>
          <p>{t('reports.emptyWords')}</p>
        </EmptyState>
      ) : state === 'loading' ? (
        <RowSkeletons />
      ) : null}
      {rows.length > 0 && !pages.complete ? (
        <div className="lp-till-foot">
          <Button size="lg" variant="default" onClick={pages.more}>
            {t('reports.more')}
          </Button>
        </div>
      ) : null}
      {number === null ? null : (
        <ZDialog
          key={number}
          number={number}
          onClose={() => navigate({ screen: 'till', tab: 'reports' })}
        />
      )}
    </>
  )
}

function ReportTable({ rows }: { rows: readonly ZReport[] }) {
  const { t } = useTranslation('till')
  const format = useFormat()
  const actor = useActorWords()
  const now = useNow(60_000)
  return (
    <table className="lp-till-sums lp-till-reports">
      <thead>
        <tr>
          <th scope="col">{t('reports.number')}</th>
          <th scope="col">{t('reports.closed')}</th>
          <th scope="col">{t('reports.till')}</th>
          <th scope="col">{t('reports.by')}</th>
          <th scope="col">{t('reports.net')}</th>
          <th scope="col">{t('reports.variance')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, at, content }) => {
          const { currency, net, varianceMinor, tillName, closedBy } = content
          const [sum = { currency, amountMinor: 0 }] = net
          return (
            <tr key={number}>
              <td>
                <a href={hrefOf({ screen: 'till', tab: 'reports', open: String(number) })}>
                  {t('paper.zTitle', { number })}
                </a>
              </td>
              <td>{format.moment(at, now)}</td>
              <td>{inert(tillName, 40).text}</td>
              <td>{actor(closedBy)}</td>
              <td>
                <Money minor={sum.amountMinor} currency={sum.currency} />
              </td>
              <td data-off={varianceMinor === 0 ? undefined : true}>
                <Money minor={varianceMinor} currency={currency} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
