import type { words as en } from '../en/state.ts'
import type { SameWords } from '../same-words.ts'

/** The words of states: what a dot, a badge or a bar says besides its colour and shape. */
export const words: SameWords<typeof en> = {
  charge: {
    free: 'Ledig',
    preparing: 'Inkopplad',
    booked: 'Bokad',
    charging: 'Laddar',
    waiting: 'Väntar',
    waitingCar: 'Pausad av bilen',
    finished: 'Klar, inkopplad',
    atRisk: 'Löfte i fara',
    fault: 'Fel',
    unavailable: 'Ur drift',
    offline: 'Frånkopplad',
    unknown: 'Okänt',
  },
  connection: {
    online: 'Ansluten',
    offline: 'Frånkopplad',
    never: 'Aldrig ansluten',
  },
  command: {
    requested: 'Begärt',
    sent: 'Skickat',
    answered: 'Besvarat',
    failed: 'Misslyckat',
  },
  commandFailure: {
    offline: 'laddaren är frånkopplad',
    notBooted: 'laddaren har inte startat än',
    queueFull: 'för många kommandon väntar på laddaren',
    timeout: 'laddaren svarade inte i tid',
    disconnected: 'laddaren kopplade från innan den svarade',
    callError: 'laddaren svarade med ett fel',
    badAnswer: 'laddarens svar bryter mot protokollet',
    hubStopped: 'navet stannade under tiden; vad laddaren gjorde är okänt',
  },
  commandAction: {
    RemoteStartTransaction: 'Starta laddning',
    RemoteStopTransaction: 'Stoppa laddning',
    Reset: 'Starta om',
    UnlockConnector: 'Lås upp uttaget',
    ChangeAvailability: 'Ändra tillgänglighet',
    GetConfiguration: 'Läs konfigurationen',
    ChangeConfiguration: 'Ändra konfigurationen',
    ClearCache: 'Töm tagg-cachen',
    TriggerMessage: 'Be om ett meddelande',
    DataTransfer: 'Skicka data',
  },
  idToken: {
    Accepted: 'Godkänd',
    Blocked: 'Spärrad',
    Expired: 'Utgången',
    Invalid: 'Ogiltig',
  },
}
