/** The days, yyyy-mm-dd, that a file for the books is about, and what stands in its name for them. */
export interface BookPart {
  readonly firstDay: string
  readonly lastDay: string
  readonly mark: string
}
