import { type RefObject, useCallback, useEffect } from 'react'
import { useLocale } from '../../../i18n/locale.ts'
import { followPromises } from '../../../live/promises.ts'
import { askForNew } from '../form/form-store.ts'
import type { TimelineData } from '../use-timeline-data.ts'
import { dismiss, type Held, letGo, setStage } from './hand.ts'
import { useDrag } from './use-drag.ts'
import { useHandKeys } from './use-hand-keys.ts'
import { usePick } from './use-pick.ts'
import { useSend } from './use-send.ts'

/** Gives the way what was held is put down: sent, or, when it was drawn, asked about first. */
export function useDrop(): (held: Held) => void {
  const send = useSend()
  return useCallback(
    (held) => {
      const { hold, commands, drafts } = held
      const [first] = drafts
      if (hold.kind === 'draw') {
        if (first !== undefined) askForNew(first.placement)
        return
      }
      void send(commands, hold.kind === 'move' && hold.copy ? 'copy' : undefined)
    },
    [send],
  )
}

/** Lets bookings be taken in the hand on the grid: with the pointer, by keys, or picked up and placed. */
export function useGestures(root: RefObject<HTMLElement | null>, data: TimelineData): void {
  const timeZone = useLocale((locale) => locale.timeZone)
  const onDrop = useDrop()
  useEffect(() => {
    const placeKeys = data.rows.flatMap((row) => (row.kind === 'connector' ? [row.key] : []))
    setStage({ placeKeys, timeZone })
  }, [data.rows, timeZone])
  useEffect(() => followPromises(), [])
  useEffect(
    () => () => {
      letGo()
      dismiss()
    },
    [],
  )
  useDrag(root, data, onDrop)
  usePick(root, data, onDrop)
  useHandKeys(root, data, onDrop)
}
