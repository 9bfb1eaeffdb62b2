import type { Planning } from '../../planning/planning.ts'
import type { Promises } from '../../promises.ts'

/** Of a site where nobody plans: everything can be promised. */
export const noPromises: Promises = {
  following: (_, occupancy) => ({ occupancy, grid: null }),
  beside: (occupancy) => ({ occupancy, grid: null }),
}

const nobody = async (): Promise<never> => {
  throw new Error('Nobody plans here.')
}

export const noPlanning: Planning = {
  promises: noPromises,
  planner: { ask: nobody, close: async () => undefined },
  outlook: nobody,
  findOffers: nobody,
  unkeptUnder: async () => [],
  seriesChanged: async () => undefined,
}
