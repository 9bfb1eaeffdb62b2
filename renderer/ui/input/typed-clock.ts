/**
 * A time of day as people type it (6, 06:00, 6.30, 0630) as hh:mm; null when it is none. 24:00 is the end of a day,
 * where that is asked for.
 */
export function typedClock(typed: string, endOfDay = false): string | null {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(typed.trim()) ?? []
  if (hours === undefined || Number(minutes) > 59) return null
  if (endOfDay && Number(hours) === 24 && Number(minutes) === 0) return '24:00'
  return Number(hours) > 23 ? null : `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}

/** A minute of the day, 0 to 1440, as hh:mm. */
export function clockOfMinute(minute: number): string {
  const part = (value: number): string => String(value).padStart(2, '0')
  return `${part(Math.floor(minute / 60))}:${part(minute % 60)}`
}

/** A time of day hh:mm as its minute, 24:00 as 1440. */
export function minuteOfClock(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}
