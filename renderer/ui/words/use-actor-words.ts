import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { words } from '../../i18n/en/ui.ts'
import { inert } from '../mark/inert.ts'

type Known = keyof typeof words.actor

/** Who did something: the hub's own names for its callers in words, a person's as it stands. */
export function useActorWords(): (actor: string) => string {
  const { t } = useTranslation('ui')
  return useCallback(
    (actor: string) => (isKnown(actor) ? t(`actor.${actor}`) : inert(actor, 60).text),
    [t],
  )
}

function isKnown(actor: string): actor is Known {
  return Object.hasOwn(words.actor, actor)
}
