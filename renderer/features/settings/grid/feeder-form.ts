import type { Feeder, FeederWords } from '../../../../shared/domain/site/feeder.ts'
import { makesLoop } from '../../../../shared/domain/site/feeder-tree.ts'
import { kiloText, typedKilo } from '../../../ui/input/typed-kilo.ts'
import { isLimitDa, isLimitW } from './connection-form.ts'
import { ampereText, typedAmpere } from './typed-number.ts'

/** A feeder as it is typed; `parentId` null is the site's own connection. */
export type FeederForm = { name: string; parentId: string | null; limitKw: string; limitA: string }
export type FeederFlaw = 'name' | 'limitKw' | 'limitA'

/** What a new feeder begins with. */
export const emptyFeeder: FeederForm = { name: '', parentId: null, limitKw: '', limitA: '' }

/** The form that shows a feeder. */
export function feederFormOf(feeder: Feeder): FeederForm {
  return {
    name: feeder.name,
    parentId: feeder.parentId,
    limitKw: kiloText(feeder.limitW),
    limitA: ampereText(feeder.limitDa),
  }
}

/** What is wrong with the form; empty when it may be sent. */
export function feederFlaws(form: FeederForm): FeederFlaw[] {
  const flaws: FeederFlaw[] = []
  const name = form.name.trim()
  if (name === '' || name.length > 60) flaws.push('name')
  if (!isLimitW(typedKilo(form.limitKw))) flaws.push('limitKw')
  if (!isLimitDa(typedAmpere(form.limitA))) flaws.push('limitA')
  return flaws
}

/** The feeder that a form without flaws tells of. */
export function feederWordsOf(form: FeederForm): FeederWords {
  return {
    name: form.name.trim(),
    parentId: form.parentId,
    limitW: typedKilo(form.limitKw) ?? null,
    limitDa: typedAmpere(form.limitA) ?? null,
  }
}

/** Only what differs from the feeder. */
export function feederPatchOf(form: FeederForm, feeder: Feeder): Partial<FeederWords> {
  const words = feederWordsOf(form)
  return {
    ...(words.name === feeder.name ? {} : { name: words.name }),
    ...(words.parentId === feeder.parentId ? {} : { parentId: words.parentId }),
    ...(words.limitW === feeder.limitW ? {} : { limitW: words.limitW }),
    ...(words.limitDa === feeder.limitDa ? {} : { limitDa: words.limitDa }),
  }
}

/** The feeders that one may hang on: not itself and none below it; all of them for a new one. */
export function possibleParents(feeders: readonly Feeder[], feederId: string | null): Feeder[] {
  return feeders.filter(({ id }) => feederId === null || !makesLoop(feeders, feederId, id))
}
