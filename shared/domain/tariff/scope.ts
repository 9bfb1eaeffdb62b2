import type { TariffScope, WeeklyWindow } from './tariff.ts'

/** Whether two scopes are the same in all that they ask for, so that of two assignments only one could ever count. */
export function isForTheSame(one: TariffScope, other: TariffScope): boolean {
  return textOf(one) === textOf(other)
}

function textOf(scope: TariffScope): string {
  const { stationId, connectorId, customerId, customerGroup, idToken, isFlexible, hours } = scope
  return JSON.stringify([
    stationId,
    connectorId,
    customerId,
    customerGroup?.toLowerCase() ?? null,
    idToken?.toLowerCase() ?? null,
    isFlexible,
    hours?.map(windowText).toSorted() ?? null,
  ])
}

function windowText({ weekdays, from, until }: WeeklyWindow): string {
  return [[...new Set(weekdays)].toSorted().join(''), from, until].join(' ')
}
