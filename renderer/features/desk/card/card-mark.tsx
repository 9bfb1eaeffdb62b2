import { MoneyGlyph } from '../../../payment/money-mark.tsx'
import type { MoneyLook } from '../../../payment/money-look.ts'
import type { ChargeState } from '../../../ui/mark/charge-state.ts'
import { StateDot } from '../../../ui/mark/state-dot.tsx'
import type { CardKind } from './desk-card.ts'

/** The shape that stands for a kind of card beside its words: a state of charging, or one of money. */
export function CardMark({ kind }: { kind: CardKind }) {
  const look = looks[kind]
  if (look !== undefined) return <MoneyGlyph look={look} size={20} />
  return <StateDot state={states[kind] ?? 'unknown'} size={20} />
}

/** The row of the colour table that a kind of card belongs to. */
export type CardFamily =
  | 'free'
  | 'booked'
  | 'charging'
  | 'waiting'
  | 'finished'
  | 'risk'
  | 'fault'
  | 'offline'

export const cardFamilies: Record<CardKind, CardFamily> = {
  payFailed: 'risk',
  stuck: 'risk',
  arrived: 'booked',
  pay: 'waiting',
  plugIn: 'booked',
  starting: 'booked',
  paused: 'waiting',
  fault: 'fault',
  offline: 'offline',
  pausedByCar: 'waiting',
  charging: 'charging',
  handBack: 'risk',
  due: 'finished',
  idle: 'finished',
  goneDue: 'risk',
}

const looks: Partial<Record<CardKind, MoneyLook>> = {
  payFailed: 'declined',
  pay: 'waits',
  handBack: 'due',
  goneDue: 'due',
}

const states: Partial<Record<CardKind, ChargeState>> = {
  stuck: 'atRisk',
  arrived: 'preparing',
  plugIn: 'booked',
  starting: 'booked',
  paused: 'waiting',
  fault: 'fault',
  offline: 'offline',
  pausedByCar: 'waitingCar',
  charging: 'charging',
  due: 'finished',
  idle: 'finished',
}
