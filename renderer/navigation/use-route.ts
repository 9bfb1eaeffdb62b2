import { create } from 'zustand'
import { formatRoute, parseRoute } from './route.ts'
import type { Route } from './route.ts'

const useRouteStore = create<{ route: Route }>(() => ({ route: parseRoute(location.hash) }))

window.addEventListener('hashchange', () => {
  useRouteStore.setState({ route: parseRoute(location.hash) })
})

/** Where the window stands. */
export function useRoute(): Route {
  return useRouteStore((store) => store.route)
}

/** Goes to a place; back and forward then work as everywhere. `replace` leaves no way back to where it was. */
export function navigate(route: Route, options: { replace?: boolean } = {}): void {
  const address = formatRoute(route)
  if (address === location.hash) return
  if (options.replace === true) history.replaceState(null, '', address)
  else history.pushState(null, '', address)
  useRouteStore.setState({ route })
}

/** The `href` of a place, for links that can be copied and opened by keyboard. */
export function hrefOf(route: Route): string {
  return formatRoute(route)
}
