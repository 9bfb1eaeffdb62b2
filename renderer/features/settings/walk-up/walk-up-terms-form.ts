import { walkUpPayKind } from '../../../../shared/domain/walk-up/pay.ts'
import type { WalkUpPayKind } from '../../../../shared/domain/walk-up/pay.ts'
import { walkUpTermsWords } from '../../../../shared/domain/walk-up/walk-up-terms.ts'
import type {
  WalkUpTerms,
  WalkUpTermsWords,
} from '../../../../shared/domain/walk-up/walk-up-terms.ts'
import type { Language } from '../../../i18n/locale.ts'
import { kiloText, typedKilo } from '../../../ui/input/typed-kilo.ts'
import { moneyText, typedMoney } from '../../../ui/input/typed-money.ts'
import { whatDiffers } from '../../../ui/input/what-differs.ts'

/** The times of the terms, minutes. */
export const walkUpTimes = ['fullStayMin', 'mostStayMin', 'waitForCarMin'] as const
export type WalkUpTime = (typeof walkUpTimes)[number]

/** What may be proposed to somebody who was never here. */
export const needChoices = ['full', 'energy', 'for'] as const
export type NeedChoice = (typeof needChoices)[number]

/** The terms as they are typed; `hold` empty where the payment terms have it. */
export type WalkUpTermsForm = Record<WalkUpTime, string> & {
  pays: WalkUpPayKind[]
  startsBeforePaid: boolean
  hold: string
  need: NeedChoice
  kWh: string
  stayMin: string
}

export type WalkUpTermsFlaw = WalkUpTime | 'pays' | 'hold' | 'kWh' | 'stayMin'

const { pays, defaultNeed, ...shape } = walkUpTermsWords.shape

/** How short and how long each may be, minutes. */
export function spanOf(time: WalkUpTime): { least: number | null; most: number | null } {
  return { least: shape[time].minValue, most: shape[time].maxValue }
}

/** The ways a form of terms works, for a site's currency and the reader's language. */
export function walkUpTermsWays(currency: string, language: Language) {
  const holdOf = (form: WalkUpTermsForm) => typedMoney(form.hold, currency, language)
  return {
    formOf: (terms: WalkUpTerms): WalkUpTermsForm => {
      const { defaultNeed: need } = terms
      return {
        pays: terms.pays,
        startsBeforePaid: terms.startsBeforePaid,
        hold: terms.holdMinor === 0 ? '' : moneyText(terms.holdMinor, currency, language),
        need: need.kind,
        kWh: need.kind === 'energy' ? kiloText(need.energyWh) : '20',
        stayMin: need.kind === 'for' ? String(need.stayMin) : '60',
        fullStayMin: String(terms.fullStayMin),
        mostStayMin: String(terms.mostStayMin),
        waitForCarMin: String(terms.waitForCarMin),
      }
    },
    flawsOf: (form: WalkUpTermsForm): WalkUpTermsFlaw[] => {
      const flaws: WalkUpTermsFlaw[] = walkUpTimes.filter(
        (time) => !shape[time].safeParse(wholeOf(form[time])).success,
      )
      if (!pays.safeParse(form.pays).success) flaws.push('pays')
      if (holdOf(form) === undefined) flaws.push('hold')
      if (needIn(form) === null) flaws.push(form.need === 'for' ? 'stayMin' : 'kWh')
      return flaws
    },
    patchOf: (form: WalkUpTermsForm, base: WalkUpTerms): Partial<WalkUpTermsWords> => {
      const typed: WalkUpTermsWords = {
        pays: form.pays,
        startsBeforePaid: form.startsBeforePaid,
        holdMinor: holdOf(form) ?? 0,
        defaultNeed: needIn(form) ?? base.defaultNeed,
        fullStayMin: wholeOf(form.fullStayMin) ?? base.fullStayMin,
        mostStayMin: wholeOf(form.mostStayMin) ?? base.mostStayMin,
        waitForCarMin: wholeOf(form.waitForCarMin) ?? base.waitForCarMin,
      }
      return whatDiffers(typed, base)
    },
  }
}

/** The ways of paying in their own order, with one more or one fewer. */
export function withPays(
  now: readonly WalkUpPayKind[],
  one: WalkUpPayKind,
  offered: boolean,
): WalkUpPayKind[] {
  return walkUpPayKind.options.filter((known) => (known === one ? offered : now.includes(known)))
}

/** What is proposed; null while what is typed makes none. */
function needIn({ need, kWh, stayMin }: WalkUpTermsForm): WalkUpTermsWords['defaultNeed'] | null {
  switch (need) {
    case 'full':
      return { kind: 'full' }
    case 'energy':
      return (
        defaultNeed.safeParse({ kind: 'energy', energyWh: typedKilo(kWh) ?? undefined }).data ??
        null
      )
    case 'for':
      return defaultNeed.safeParse({ kind: 'for', stayMin: wholeOf(stayMin) }).data ?? null
  }
}

function wholeOf(text: string): number | undefined {
  const typed = text.trim()
  return /^\d{1,6}$/.test(typed) ? Number(typed) : undefined
}
