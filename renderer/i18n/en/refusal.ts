/** Refusals by their code, each a sentence that says what to do. */
export const words = {
  HUB_LOST: 'The hub can’t be reached just now. Nothing was changed; try again when it is back.',
  NOT_FOUND: 'It is gone. Somebody may have removed it meanwhile.',
  BAD_REQUEST: 'The hub did not understand that. Check what you entered.',
  STORE_READ_ONLY:
    'The hub can’t write to its disk, so nothing was changed. Free some space and try again.',
  STATION_ID_TAKEN:
    'Another station already has that charge point id. Give this one another, or retire that one first.',
  STATION_OFFLINE: 'The charger is not connected. Try again when it is online.',
  STATION_RETIRED:
    'This station has been taken out of the site; only its history is left. Add it again to use it.',
  STATION_CHARGING:
    'A transaction runs on this station. Stop it first; if its charger is gone for good, end it by hand on its own page.',
  TRANSACTION_FINISHED: 'This transaction has ended already.',
  TRANSACTION_STOPPABLE:
    'The charger is connected. Stop the transaction from its station first; once the charger has refused or not answered, it can be ended by hand.',
  COMMANDS_WAITING: 'Too many commands wait for this charger already. Let it answer those first.',
  CANDIDATE_GONE: 'That charger is no longer waiting. Let it connect again.',
  CANDIDATE_HAS_NO_PASSWORD: 'That charger sends no password to keep. Make it a new key.',
  PLATE_TAKEN: 'Another vehicle has that plate. Open that one, or merge the two.',
  VEHICLE_ARCHIVED: 'That vehicle is archived. Bring it back first.',
  VEHICLE_BOOKED: 'The vehicle has bookings ahead. Cancel those first, and end what repeats.',
  SAME_VEHICLE: 'A vehicle can’t be merged with itself.',
  CUSTOMER_ARCHIVED: 'That customer is archived. Bring it back first.',
  CUSTOMER_HAS_VEHICLES: 'The customer still has vehicles. Archive those, or give them to another.',
  SAME_CUSTOMER: 'A customer can’t be merged with itself.',
  RECURRING_REFUSED:
    'There can’t be such a rule. Check its days and its place; it may have ended meanwhile.',
  LOAD_TOO_FINE: 'That is more than can be shown at once. Choose a shorter time, or split it less.',
  FEEDER_LOOP: 'A feeder can’t hang on itself or on one that hangs on it. Choose another.',
  NO_SUCH_FEEDER: 'That feeder is gone. Choose another.',
  LIMIT_PAST: 'That time is over already. Give an end that is ahead.',
  SERIES_EMPTY: 'No line of the file could be read.',
  UNEXPECTED: 'That did not work, and the hub did not say why: {{message}}',
}
