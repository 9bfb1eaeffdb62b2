import type { VisitLanguage } from '../../../../shared/domain/visit/visit.ts'

/** What the page knows when it opens, as `First` (shared/contract/driver/first.ts), each already JSON. */
export interface FirstData {
  readonly slug: string
  readonly site: string | null
  readonly visit: string | null
  /** Why there is nothing to show under a link. */
  readonly error?: 'NO_SUCH_VISIT'
}

const PLACE = /(<script type="application\/json" id="first">)[^<]*(<\/script>)/

/** The page with its language and what it is to show first. */
export function filledPage(html: string, language: VisitLanguage, first: FirstData): string {
  const data = `{"slug":${JSON.stringify(first.slug)},"site":${first.site ?? 'null'},"visit":${first.visit ?? 'null'},"error":${JSON.stringify(first.error ?? null)}}`
  return html
    .replace(/<html lang="[a-z-]*"/, `<html lang="${language}"`)
    .replace(PLACE, (_, before: string, after: string) => before + inScript(data) + after)
}

/** JSON in which nothing ends the script that it stands in, nor begins a comment there (HTML §13.2.5.4). */
function inScript(json: string): string {
  return json.replaceAll('<', String.raw`\u003c`)
}
