import type { ComponentChildren } from 'preact'

/** What there is to do, within reach of a thumb at the foot of the screen. */
export function Bar({ children, says }: { children: ComponentChildren; says?: ComponentChildren }) {
  return (
    <div class="bar">
      {says && <p class="bar-says">{says}</p>}
      <div class="bar-buttons">{children}</div>
    </div>
  )
}
