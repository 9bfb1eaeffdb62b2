/** Where everything serves: what the one line on standard output says. */
export interface Ready {
  readonly ocpp: string
  readonly api: string
  readonly tokenFile: string
  readonly dataDir: string
}

/** The line of JSON that tells scripts that everything serves, ended by a line feed. */
export function readyLine({ ocpp, api, tokenFile, dataDir }: Ready): string {
  return `${JSON.stringify({ ready: true, ocpp, api, tokenFile, dataDir })}\n`
}
