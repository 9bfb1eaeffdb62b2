/** Line drawings, 24 by 24, told apart by what they stand beside: none says anything by itself. */
const paths = {
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6z',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  check: 'M5 12.5l5 5L19.5 7',
  clock: 'M12 3a9 9 0 1 0 .001 0zM12 7v5l3.5 2',
  info: 'M12 3a9 9 0 1 0 .001 0zM12 11v5.5M12 7.5v.01',
  warning: 'M12 4 2.5 20h19zM12 10v4.5M12 17.3v.01',
  offline:
    'M3 3l18 18M5 12.5a10 10 0 0 1 4-2.4M12.5 8.9a10.5 10.5 0 0 1 6.5 3.6M8.5 16a5 5 0 0 1 7 0M12 20v.01',
  plug: 'M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4',
  leaf: 'M5 19C4 9 11 5 20 4c0 9-4 15-12 13M5 20c1.5-4 4-7 8-9',
  coin: 'M12 3a9 9 0 1 0 .001 0zM12 7v10M15 9.5c-1-1.5-6-1.5-6 .7 0 2.6 6 1 6 3.800 0 2.200-5 2.200-6 .5',
  line: 'M6 7a2 2 0 1 0 .001 0zM12 7a2 2 0 1 0 .001 0zM18 7a2 2 0 1 0 .001 0zM4 18c0-3 4-3 4 0M10 18c0-3 4-3 4 0M16 18c0-3 4-3 4 0',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
