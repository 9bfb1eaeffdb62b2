import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

interface Look {
  /** `main` the one thing to do; `plain` another; `quiet` a way out; `grave` what can't be taken back. */
  kind?: 'main' | 'plain' | 'quiet' | 'grave'
  icon?: IconName | undefined
  children: ComponentChildren
}

/** Something to press. While it is busy it keeps the focus and takes no more presses. */
export function Button({
  kind = 'plain',
  icon,
  children,
  onPress,
  isBusy = false,
  type = 'button',
}: Look & { onPress?: () => void; isBusy?: boolean; type?: 'button' | 'submit' }) {
  return (
    <button
      type={type}
      class={`button ${kind}`}
      aria-disabled={isBusy}
      onClick={(event) => {
        if (isBusy) event.preventDefault()
        else onPress?.()
      }}
    >
      {isBusy ? <span class="busy" aria-hidden="true" /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

/** Something that leads elsewhere. */
export function LinkButton({
  kind = 'plain',
  icon,
  children,
  href,
  onPress,
}: Look & { href: string; onPress?: (event: MouseEvent) => void }) {
  return (
    <a class={`button ${kind}`} href={href} onClick={onPress}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  )
}
