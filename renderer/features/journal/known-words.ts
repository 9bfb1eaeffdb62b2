import { words } from '../../i18n/en/journal.ts'

type Act = keyof typeof words.acts
type Noun = keyof typeof words.nouns
type Field = keyof typeof words.fields

/** The acts there are words for, sorted as their names are. */
export const knownActs = Object.keys(words.acts).filter(isKnownAct).toSorted()

/** The nouns the journal can be narrowed to. */
export const knownNouns = Object.keys(words.nouns).filter(isKnownNoun)

/** Whether there are words for an act; a hub newer than this window may write others. */
export function isKnownAct(act: string): act is Act {
  return Object.hasOwn(words.acts, act)
}

export function isKnownNoun(noun: string): noun is Noun {
  return Object.hasOwn(words.nouns, noun)
}

export function isKnownField(field: string): field is Field {
  return Object.hasOwn(words.fields, field)
}

/** What an act is about. Log-ins are about whoever logged in. */
export function nounOfAct(act: string): string {
  const [noun = ''] = act.split('.')
  return noun === 'session' ? 'user' : noun
}

/** A field that there are no words for, as words: `stripeChargeId` is "stripe charge id". */
export function spelledOut(field: string): string {
  return field.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
}
