import type { ReportTerms, ReportTermsWords } from '../../../shared/domain/report/report-terms.ts'
import type { Reads } from '../store/reads.ts'
import type { Writes } from '../store/writes.ts'

/** Until somebody says otherwise a kWh is as clean as nobody has told. */
const UNTOLD: ReportTerms = { id: 'reportTerms', co2GPerKwh: 0, updatedAt: 0 }

export async function reportTermsOf(reads: Reads): Promise<ReportTerms> {
  return (await reads.get('reportTerms', 'reportTerms')) ?? UNTOLD
}

export function saveReportTerms(tx: Writes, words: ReportTermsWords): ReportTerms {
  const before = tx.get('reportTerms', 'reportTerms')
  const after: ReportTerms = { id: 'reportTerms', ...words, updatedAt: tx.now }
  if (before === undefined) tx.insert('reportTerms', after)
  else tx.update('reportTerms', 'reportTerms', after)
  tx.journal({ act: 'report.saveTerms', noun: 'reportTerms', nounId: 'reportTerms', before, after })
  return after
}
