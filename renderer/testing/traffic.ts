import type { FakeStore } from './fake/fake-store.ts'

/** Lets the charging connectors measure something new every other second, as a real site would. */
export function startTraffic(store: FakeStore): void {
  setInterval(() => {
    const now = Date.now()
    for (const connector of store.rows.connector) {
      const station = store.find('station', connector.stationId)
      if (connector.status !== 'Charging' || station?.connection !== 'online') continue
      const powerW = Math.round(10_400 + 900 * Math.sin(now / 30_000 + connector.connectorId))
      store.put('connector', {
        ...connector,
        powerW,
        energyWh: (connector.energyWh ?? 0) + 6,
        sampledAt: now,
      })
      const running =
        connector.transactionId === null
          ? undefined
          : store.find('transaction', connector.transactionId)
      if (running)
        store.put('transaction', {
          ...running,
          powerW,
          energyWh: running.energyWh + 6,
          sampledAt: now,
        })
    }
  }, 2_000)
}
