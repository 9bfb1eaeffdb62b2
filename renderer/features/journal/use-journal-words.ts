import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import { useRows } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'
import { useActorWords } from '../../ui/words/use-actor-words.ts'
import { isKnownAct, isKnownField, isKnownNoun, spelledOut } from './known-words.ts'

/** What the lines of the journal say, in words. */
export type JournalWords = {
  actor: (actor: string) => string
  act: (act: string) => string
  noun: (noun: string) => string
  field: (field: string) => string
  /** By which name a row goes, where it is live; undefined otherwise. */
  name: (id: string) => string | undefined
  /** What an act was done to, by name where one is known of it; empty where not. */
  subject: (entry: JournalEntry) => string
}

/** The words of the journal, with the names of the live rows. */
export function useJournalWords(): JournalWords {
  const { t } = useTranslation('journal')
  const actor = useActorWords()
  const stations = useRows('station')
  const vehicles = useRows('vehicle')
  const customers = useRows('customer')
  const users = useRows('user')
  const tokens = useRows('idToken')
  return useMemo(() => {
    const names = new Map<string, string>([
      ...[...stations, ...customers, ...users].map(({ id, name }) => [id, name] as const),
      ...vehicles.map(({ id, plate }) => [id, plate] as const),
      ...tokens.map(({ id, idToken }) => [id, idToken] as const),
    ])
    const name = (id: string) => {
      const known = names.get(id)
      return known === undefined ? undefined : inert(known, 60).text
    }
    return {
      actor,
      act: (act) => (isKnownAct(act) ? t(`acts.${act}`) : inert(act, 60).text),
      noun: (noun) => (isKnownNoun(noun) ? t(`nouns.${noun}`) : inert(noun, 60).text),
      field(field) {
        const own = field.split('.').at(-1) ?? field
        return isKnownField(own) ? t(`fields.${own}`) : inert(spelledOut(own), 60).text
      },
      name,
      subject: (entry) => name(entry.nounId) ?? nameIn(entry.after) ?? nameIn(entry.before) ?? '',
    }
  }, [t, actor, stations, vehicles, customers, users, tokens])
}

/** The word a row is known by, in what was written down of it. */
function nameIn(side: unknown): string | null {
  if (typeof side !== 'object' || side === null) return null
  const told: Record<string, unknown> = { ...side }
  for (const field of ['plate', 'name', 'idToken', 'chargePointId', 'action', 'number']) {
    const word = told[field]
    if (typeof word === 'string' && word !== '') return inert(word, 60).text
    if (field === 'number' && typeof word === 'number') return String(word)
  }
  return null
}
