import { Button } from '@mantine/core'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { DrawerCounter } from './drawer-counter.tsx'
import type { Count } from './use-count.ts'

/**
 * A drawer to be counted, and what is done with the count; Enter at the last value leads to the button.
 * @param act what the button says
 * @param beside what stands left of it, such as a way back
 * @param held whether something else is to be done first
 */
export function CountForm({
  currency,
  count,
  act,
  size = 'xl',
  busy,
  error,
  held = false,
  beside,
  onSend,
}: {
  currency: string
  count: Count
  act: string
  size?: 'lg' | 'xl'
  busy: boolean
  error: unknown
  held?: boolean
  beside?: ReactNode
  onSend: () => void
}) {
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <DrawerCounter
        currency={currency}
        values={count.values}
        counted={count.counted}
        onChange={count.setCounted}
        onDone={() => button.current?.focus()}
      />
      <ErrorNote error={error} />
      <div className="lp-till-foot">
        {beside}
        <Button
          ref={button}
          size={size}
          loading={busy}
          disabled={count.denominations === undefined || held}
          onClick={onSend}
        >
          {act}
        </Button>
      </div>
    </>
  )
}
