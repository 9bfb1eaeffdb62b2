import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import './stations.css'

/** A choice that narrows the list while it is pressed in, with how many it would show. */
export function FilterChip({
  label,
  count,
  pressed,
  icon,
  onPress,
}: {
  label: string
  /** Left out where counting would take a question to the hub. */
  count?: number
  pressed: boolean
  icon?: ReactNode
  onPress: () => void
}) {
  return (
    <UnstyledButton
      className="lp-filter-chip"
      aria-pressed={pressed}
      data-none={count === 0 || undefined}
      onClick={onPress}
    >
      {icon}
      <span>{label}</span>
      {count === undefined ? null : <span className="lp-filter-chip-count">{count}</span>}
    </UnstyledButton>
  )
}
