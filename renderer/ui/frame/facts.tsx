import type { ReactNode } from 'react'
import './facts.css'

/** Names and values in two aligned columns: what is known of one thing. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="lp-facts">
      {rows.map(([name, value]) => (
        <div key={name} className="lp-fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
