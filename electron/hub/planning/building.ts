import type { UsualLoad } from '../../../shared/domain/site/base-over.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** What is known of the building's own load from its live meter. */
export interface Building {
  now(at: Instant): { usual?: UsualLoad; buildingW: number | null }
}
