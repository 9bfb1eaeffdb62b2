import { waysOn } from '../../../../shared/domain/walk-up/ways-on.ts'
import type { WayOn } from '../../../../shared/domain/walk-up/ways-on.ts'
import type { DeskCard } from './desk-card.ts'

/** What a press on a card does. */
export type CardAct =
  | 'pay'
  | 'show'
  | 'settle'
  | 'retry'
  | 'move'
  | 'cancel'
  | 'start'
  | 'extend'
  | 'stop'
  | 'release'
  | 'handBack'

/** Who sits at the desk. */
export interface DeskRights {
  readonly attend: boolean
  /** Whoever sees no bill can take no payment of it. */
  readonly money: boolean
}

const byWay: Partial<Record<WayOn, CardAct>> = {
  retry: 'retry',
  otherConnector: 'move',
  payAnotherWay: 'pay',
  cancel: 'cancel',
}

/** So many have room beside one another on a card; its details offer the rest. */
const MOST = 2

/** What a card offers to do, the next act first; nothing to whoever may not. */
export function actsOf(card: DeskCard, rights: DeskRights): readonly CardAct[] {
  if (!rights.attend) return []
  const acts = wantedOf(card)
  return rights.money ? acts : acts.filter((act) => !ofMoney.has(act))
}

const ofMoney: ReadonlySet<CardAct> = new Set(['pay', 'settle', 'handBack'])

function wantedOf(card: DeskCard): readonly CardAct[] {
  const { kind, walkUp } = card
  switch (kind) {
    case 'payFailed':
    case 'stuck': {
      const ways = walkUp?.failure ? waysOn(walkUp.failure) : []
      return ways.flatMap((way) => byWay[way] ?? []).slice(0, MOST)
    }
    case 'pay':
      return ['show', 'cancel']
    case 'plugIn':
      return ['cancel']
    case 'starting':
      return []
    case 'arrived':
      return ['start']
    case 'paused':
    case 'charging':
    case 'pausedByCar':
      return ['extend', 'stop']
    case 'fault':
    case 'offline':
      return ['release', 'move']
    case 'handBack':
      return ['handBack']
    case 'due':
      return ['settle', 'release']
    case 'idle':
      return ['release']
    case 'goneDue':
      return ['settle']
  }
}
