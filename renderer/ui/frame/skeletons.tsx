import { Skeleton } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './skeletons.css'

/** Shows its children only when they are still wanted after 300 ms: a short wait shows nothing. */
export function Later({ children, ms = 300 }: { children: ReactNode; ms?: number }) {
  const [due, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return due ? <>{children}</> : null
}

/** Rows of a table that is being fetched, in the height that the real rows will have. */
export function RowSkeletons({ rows = 8, height = 36 }: { rows?: number; height?: number }) {
  const { t } = useTranslation('ui')
  return (
    <Later>
      <div className="lp-skeletons" role="status" aria-label={t('loading')}>
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="lp-skeleton-row" style={{ height }}>
            <Skeleton height={10} width={`${22 + ((row * 7) % 14)}%`} />
            <Skeleton height={10} width="12%" />
            <Skeleton height={10} width={`${30 + ((row * 5) % 20)}%`} />
          </div>
        ))}
      </div>
    </Later>
  )
}

/** A panel that is being fetched, in the height that it will have. */
export function PanelSkeleton({ height = 160 }: { height?: number }) {
  const { t } = useTranslation('ui')
  return (
    <Later>
      <div role="status" aria-label={t('loading')}>
        <Skeleton height={height} />
      </div>
    </Later>
  )
}
