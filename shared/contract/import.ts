import { z } from 'zod'
import { delimiters } from '../domain/import/delimiter.ts'
import { fateCounts, rowFate } from '../domain/import/fate.ts'
import { importKind, MOST_ROWS } from '../domain/import/kind.ts'
import { columnMapping } from '../domain/import/mapping.ts'
import { fileFault } from '../domain/import/table.ts'
import { id } from '../domain/id/id.ts'
import { procedure } from './refusal.ts'

const tags = ['imports']

/** The file and how it is to be read. */
const importFile = {
  kind: importKind,
  text: z
    .string()
    .describe('The whole CSV file: the first line names the columns (RFC 4180, `,` `;` or tab)'),
  delimiter: z.enum(delimiters).optional().describe('Guessed from the header when left out'),
  mapping: columnMapping
    .optional()
    .describe('The heading of the column that holds each field; guessed when left out'),
}

const readAs = {
  delimiter: z.string(),
  header: z.array(z.string()),
  sample: z.array(z.string()).describe('The cells of the first row'),
  mapping: columnMapping,
  counts: fateCounts,
  rows: z.array(rowFate).describe('Every row of the file, in its order'),
}

const act = procedure.errors({
  FILE_UNREADABLE: {
    status: 422,
    message: `The file can’t be read as a table; see \`code\` for why. At most ${MOST_ROWS} rows are taken at once.`,
    data: fileFault,
  },
})

/** How far an import has come. */
export const importProgress = z.object({
  id,
  done: z.int().describe('Rows'),
  total: z.int().describe('Rows'),
  stopping: z.boolean(),
})
export type ImportProgress = z.infer<typeof importProgress>

export const importContract = {
  preview: act
    .route({
      method: 'POST',
      path: '/imports/preview',
      tags,
      summary: 'What would become of every row of a CSV file; nothing is written',
    })
    .input(z.strictObject(importFile))
    .output(z.object(readAs)),
  apply: act
    .route({
      method: 'POST',
      path: '/imports/apply',
      tags,
      summary: 'Bring in the good rows of a CSV file; those refused are told',
      description:
        'What becomes of a row is decided anew. Rows are written a few hundred at a time, each lot whole; the same file sent again does the rest and nothing twice: vehicles are known by plate, tokens by their text, bookings by their reference or by who comes where and when.',
    })
    .input(
      z.strictObject({
        ...importFile,
        id: id.optional().describe('Under which its progress can be asked for, and it be stopped'),
      }),
    )
    .output(
      z.object({
        ...readAs,
        rows: z.array(rowFate).describe('Every row that was come to, in the file’s order'),
        stopped: z.boolean().describe('Somebody stopped it before its end'),
      }),
    ),
  progress: procedure
    .route({
      method: 'GET',
      path: '/imports/{id}',
      tags,
      summary: 'How far an import has come that is under way',
    })
    .input(z.strictObject({ id }))
    .output(importProgress),
  stop: procedure
    .route({
      method: 'POST',
      path: '/imports/{id}/stop',
      tags,
      summary: 'Stop an import that is under way; what is written stays',
    })
    .input(z.strictObject({ id }))
    .output(importProgress),
}
