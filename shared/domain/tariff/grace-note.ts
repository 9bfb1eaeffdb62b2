import type { OcpiTariff } from './ocpi-tariff.ts'

type Notes = NonNullable<OcpiTariff['tariff_alt_text']>

const WORDING = [
  {
    language: 'en',
    write: (minutes: number) => `The first ${minutes} min after charging are not parking.`,
    read: /^The first (\d{1,4}) min after charging are not parking\.$/,
  },
  {
    language: 'sv',
    write: (minutes: number) =>
      `De första ${minutes} min efter laddningen räknas inte som parkering.`,
    read: /^De första (\d{1,4}) min efter laddningen räknas inte som parkering\.$/,
  },
] as const

/** The grace in words for whoever gets the tariff; none when there is none. */
export function graceNotes(idleGraceMin: number): Notes {
  if (idleGraceMin === 0) return []
  return WORDING.map(({ language, write }) => ({ language, text: write(idleGraceMin) }))
}

/** The grace that notes of ours tell, min, and the notes that are somebody else's. */
export function graceOfNotes(notes: Notes): { others: Notes; idleGraceMin: number } {
  const others: Notes = []
  let idleGraceMin = 0
  for (const note of notes) {
    const told = WORDING.map(({ read }) => read.exec(note.text)?.[1]).find((found) => found)
    if (told === undefined || Number(told) > 1_440) others.push(note)
    else idleGraceMin = Number(told)
  }
  return { others, idleGraceMin }
}
