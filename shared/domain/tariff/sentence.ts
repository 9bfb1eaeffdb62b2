import { z } from 'zod'

/** What is told of a field: that it is missing, and what to give. */
export function sentence(whatToGive: string) {
  return {
    error: ({ input }: { input?: unknown }) =>
      input === undefined ? `It is missing. ${whatToGive}` : whatToGive,
  }
}

/** A field that is passed over in silence could change what is paid. */
export const unknownFields = {
  error: (issue: { code?: string; keys?: readonly string[]; input?: unknown }) => {
    if (issue.code === 'unrecognized_keys')
      return `OCPI 2.2.1 and 2.3 know no ${issue.keys?.join(', ') ?? 'such field'} here; remove it, or correct its name.`
    return issue.input === undefined ? 'It is missing. Give an object.' : 'Give an object.'
  },
}

export function asTold(message: string, path: (string | number)[]) {
  return { code: 'custom' as const, message, path }
}

/** Major units, exactly as written. */
export const price = z
  .number(sentence('Give a number in major units, such as 0.25, without quotes.'))
  .min(0, 'A price can’t be below 0.')
  .max(1_000_000, 'Give at most 1000000.')
