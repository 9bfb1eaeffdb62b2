import type { BookingTerms } from '../../../shared/domain/site/booking-terms.ts'
import type { OpeningHours } from '../../../shared/domain/site/opening-hours.ts'
import type { Site, SitePatch } from '../../../shared/domain/site/site.ts'
import { clockOfMinute, minuteOfClock, typedClock } from '../../ui/input/typed-clock.ts'
import { weekdays } from '../../ui/input/weekdays.ts'

/** The numbers among the terms, all in minutes, and how large each may be. */
export const termNumbers = {
  turnaroundMin: { least: 0, most: 240 },
  graceMin: { least: 0, most: 1_440 },
  reserveAheadMin: { least: 0, most: 240 },
  walkUpStayMin: { least: 15, most: 1_440 },
} as const satisfies Partial<Record<keyof BookingTerms, { least: number; most: number }>>
export type TermNumber = keyof typeof termNumbers

/** A stretch as it is typed. */
export type TypedStretch = { opens: string; closes: string }

/** The terms as they are typed; `days` has a list for each weekday, Monday first. */
export type TermsForm = Record<TermNumber, string> & {
  always: boolean
  days: TypedStretch[][]
}

/** What is wrong: a number, or a stretch of a weekday (1 is Monday), counted from 0. */
export type TermsFlaw = TermNumber | { weekday: number; index: number }

/** What a day begins with when it is opened. */
export const usualStretch: TypedStretch = { opens: '06:00', closes: '22:00' }

/** The form that shows a site's terms. */
export function termsFormOf(site: BookingTerms): TermsForm {
  const hours = site.openingHours
  const numbers = Object.keys(termNumbers).map((name) => [name, String(site[name as TermNumber])])
  return {
    ...(Object.fromEntries(numbers) as Record<TermNumber, string>),
    always: hours === null,
    days: weekdays.map((weekday) =>
      hours === null
        ? [usualStretch]
        : hours
            .filter((stretch) => stretch.weekday === weekday)
            .toSorted((a, b) => a.opens - b.opens)
            .map(({ opens, closes }) => ({
              opens: clockOfMinute(opens),
              closes: clockOfMinute(closes),
            })),
    ),
  }
}

/** What is wrong with the form; empty when it may be sent. */
export function termsFlaws(form: TermsForm): TermsFlaw[] {
  const flaws: TermsFlaw[] = []
  for (const name of Object.keys(termNumbers) as TermNumber[])
    if (numberOf(form, name) === null) flaws.push(name)
  if (form.always) return flaws
  form.days.forEach((stretches, day) =>
    stretches.forEach((stretch, index) => {
      if (minutesOf(stretch) === null) flaws.push({ weekday: day + 1, index })
    }),
  )
  return flaws
}

/** Only what differs from the site, so that another desk's change of the rest is left alone. */
export function termsPatchOf(form: TermsForm, site: Site): SitePatch {
  const patch: SitePatch = {}
  for (const name of Object.keys(termNumbers) as TermNumber[]) {
    const minutes = numberOf(form, name)
    if (minutes !== null && minutes !== site[name]) patch[name] = minutes
  }
  const openingHours = hoursOf(form)
  if (JSON.stringify(openingHours) !== JSON.stringify(inOrder(site.openingHours)))
    patch.openingHours = openingHours
  return patch
}

/** A closing time of 0:00 is the end of the day. */
function minutesOf({ opens, closes }: TypedStretch): { opens: number; closes: number } | null {
  const [from, until] = [typedClock(opens), typedClock(closes, true)]
  if (from === null || until === null) return null
  const closing = until === '00:00' ? 1_440 : minuteOfClock(until)
  const opening = minuteOfClock(from)
  return closing > opening ? { opens: opening, closes: closing } : null
}

function hoursOf({ always, days }: TermsForm): OpeningHours | null {
  if (always) return null
  const hours = days.flatMap((stretches, day) =>
    stretches.flatMap((stretch) => {
      const minutes = minutesOf(stretch)
      return minutes === null ? [] : [{ weekday: day + 1, ...minutes }]
    }),
  )
  return inOrder(hours)
}

function inOrder(hours: OpeningHours | null): OpeningHours | null {
  return (
    hours
      ?.map(({ weekday, opens, closes }) => ({ weekday, opens, closes }))
      .toSorted((a, b) => a.weekday - b.weekday || a.opens - b.opens) ?? null
  )
}

function numberOf(form: TermsForm, name: TermNumber): number | null {
  const { least, most } = termNumbers[name]
  const minutes = Number(form[name].trim())
  const fits = /^\d{1,4}$/.test(form[name].trim()) && minutes >= least && minutes <= most
  return fits ? minutes : null
}
