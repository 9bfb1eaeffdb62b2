import type { SiteView } from '../../domain/visit/site-view.ts'
import type { VisitView } from '../../domain/visit/visit-view.ts'

/**
 * What the hub writes into the driver's page, as the JSON of `<script type="application/json" id="first">`, so that a phone
 * shows something after one round trip: the page is built with that element empty. `site` under the site's own address; `visit` under a personal link; null where
 * there is nothing to tell (yet), which the page then asks for itself.
 */
export interface First {
  /** The site's own word in its address, without slashes. */
  readonly slug: string
  readonly site: SiteView | null
  readonly visit: VisitView | null
  /** Why there is nothing to show under a link: it opens nothing, or not any more. */
  readonly error?: 'NO_SUCH_VISIT' | null
}
