import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'info' | 'good' | 'warn' | 'bad'

const icons: Record<Tone, IconName> = {
  info: 'info',
  good: 'check',
  warn: 'warning',
  bad: 'warning',
}

/** Something to know. @param isNew it has just come up, and is read out */
export function Notice({
  tone = 'info',
  title,
  icon = icons[tone],
  isNew = false,
  children,
}: {
  tone?: Tone
  title?: string | undefined
  icon?: IconName
  isNew?: boolean
  children?: ComponentChildren
}) {
  return (
    <div class={`notice ${tone}`} role={isNew ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
      <Icon name={icon} />
      <div>
        {title !== undefined && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
