import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import './filter-chip.css'

/** A choice that holds while it is pressed in, such as one that narrows a list, with how many it would show. */
export function FilterChip({
  label,
  count,
  pressed,
  icon,
  title,
  onPress,
}: {
  label: string
  /** Left out where counting would take a question to the hub. */
  count?: number
  pressed: boolean
  icon?: ReactNode
  title?: string
  onPress: () => void
}) {
  return (
    <UnstyledButton
      className="lp-filter-chip"
      aria-pressed={pressed}
      data-none={count === 0 || undefined}
      title={title}
      onClick={onPress}
    >
      {icon}
      <span>{label}</span>
      {count === undefined ? null : <span className="lp-filter-chip-count">{count}</span>}
    </UnstyledButton>
  )
}
