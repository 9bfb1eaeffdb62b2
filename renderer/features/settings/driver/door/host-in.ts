/** The host of an address such as ws://192.168.1.20:9220/ocpp; this machine itself where it names none. */
export function hostIn(address: string | null | undefined): string {
  const [, host = ''] = /^(?:\w+:\/\/)?(\[[^\]]+\]|[^:/]+)/.exec(address ?? '') ?? []
  return host === '' || host === '0.0.0.0' ? '127.0.0.1' : host
}
