import { z } from 'zod'

/** Something that isn't as the ledger says, or in the ledger itself. */
export const verifyFinding = z.object({
  code: z
    .string()
    .describe(
      'Of the chain: gap, chain, altered, unbalanced, unreadable, endMissing, beyondEnd, strayLine; of the sums that are kept: sumOff; other checks have their own',
    ),
  noun: z.string().describe('What it was found in, such as ledgerEntry or bill'),
  nounId: z.string(),
  sentence: z.string().describe('For logs and scripts'),
})
export type VerifyFinding = z.infer<typeof verifyFinding>

/** What came of verifying. */
export const verdict = z.object({
  intact: z.boolean().describe('Nothing was found'),
  entries: z.int().describe('That fit'),
  lines: z.int(),
  debitMinor: z
    .array(z.object({ currency: z.string(), amountMinor: z.int() }))
    .describe('Entered in debit in all; as much was in credit'),
  lastHash: z.string().describe('Of the last entry that fits: write it down to compare it later'),
  checks: z.array(z.string()).describe('What was compared with the ledger'),
  findings: z.array(verifyFinding).describe('The first of them'),
})
export type Verdict = z.infer<typeof verdict>

/** How far it has come, and at last the verdict. */
export const verifyEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('progress'),
    step: z.string().describe('`chain`, `sums`, or the name of a check'),
    done: z.int(),
    of: z.int(),
  }),
  z.object({ kind: z.literal('verdict'), verdict }),
])
export type VerifyEvent = z.infer<typeof verifyEvent>
