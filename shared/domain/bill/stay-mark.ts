import type { Instant } from '../../time/instant.ts'
import type { ConnectorStatus } from '../connector/connector.ts'

/** From when on the site itself let a car wait, and from when on no longer. */
export type PauseWord = 'paused' | 'resumed'

/** Something that was told of a connector: its status, or that the site's own plan lets its car wait. */
export interface StayMark {
  readonly at: Instant
  readonly word: ConnectorStatus | PauseWord
}

export function isPauseWord(word: StayMark['word']): word is PauseWord {
  return word === 'paused' || word === 'resumed'
}
