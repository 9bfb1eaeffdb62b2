import { useClient } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'

/** Whether this is a practice site, on whose papers nothing is real. */
export function usePractice(): boolean {
  const hub = useClient()
  const info = useQuery('hub.info', (signal) => hub.hub.info(undefined, { signal }))
  return info.data?.demo === true
}
