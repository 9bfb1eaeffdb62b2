import { ORPCError } from '@orpc/client'

/** A refusal as a view needs it: the code to translate, what it names, and the sentence it came with. */
export type Refusal = { code: string; data: unknown; message: string }

/** The refusal in whatever a call threw; `UNEXPECTED` when it was no refusal but a bug or a broken wire. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof ORPCError) {
    const { code, data, message }: { code: string; data: unknown; message: string } = error
    return { code, data, message }
  }
  return {
    code: 'UNEXPECTED',
    data: null,
    message: error instanceof Error ? error.message : String(error),
  }
}
