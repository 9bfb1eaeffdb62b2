import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { useLiveStore } from '../../live/store.ts'
import { paymentTabs } from '../../navigation/route.ts'
import type { PaymentTab } from '../../navigation/route.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { Screen } from '../../ui/frame/screen.tsx'
import { ScreenTabs } from '../../ui/frame/screen-tabs.tsx'
import { handCounts } from './hand-counts.ts'

/** The frame of every tab: the tabs with how many each has that need a hand, then its own toolbar and inspector. */
export function PaymentsFrame({
  tab,
  summary,
  actions,
  toolbar,
  inspector,
  children,
}: {
  tab: PaymentTab | null
  summary?: ReactNode
  actions?: ReactNode
  toolbar?: ReactNode
  inspector?: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation('payments')
  return (
    <Screen
      title={t('title')}
      summary={summary}
      actions={actions}
      toolbar={
        <>
          <PaymentTabs here={tab} />
          {toolbar ? <div className="lp-pay-toolbar">{toolbar}</div> : null}
        </>
      }
      inspector={inspector}
    >
      {children}
    </Screen>
  )
}

function PaymentTabs({ here }: { here: PaymentTab | null }) {
  const { t } = useTranslation('payments')
  // Bills of cars that charge move every few seconds; these numbers seldom do.
  const counts: Partial<Record<PaymentTab, number>> = useLiveStore(
    useShallow(({ tables }) => handCounts(tables)),
  )
  const tabs = [null, ...paymentTabs].map((tab) => ({
    key: tab ?? ALL,
    href: hrefOf({ screen: 'payments', ...(tab === null ? {} : { tab }) }),
    title: t(`tabs.${tab ?? ALL}`),
    ...(tab === null ? {} : { count: counts[tab] ?? 0, isWrong: wrongs.has(tab) }),
  }))
  return <ScreenTabs label={t('tabs.label')} tabs={tabs} here={here ?? ALL} />
}

const ALL = 'all'

/** Tabs in which anything at all is an error of money. */
const wrongs: ReadonlySet<PaymentTab> = new Set(['unknown'])
