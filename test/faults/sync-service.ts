import type { Device } from './profile.ts';

interface Delivery {
  readonly key: string;
  readonly value: unknown;
}

interface Client {
  readonly device: Device;
  /** What the service and this device last agreed on, as JSON text by key. */
  readonly agreed: Map<string, string>;
  /** What was not delivered yet, and for a while what was. */
  readonly mail: Delivery[];
}

/**
 * Stands in for the browser makers' sync: carries single items of storage.sync between devices, each on its own, in any
 * order, late, or again. Of two values for one key the one that was handed in last counts.
 */
export class SyncService {
  readonly #clients: readonly Client[];
  readonly #items = new Map<string, unknown>();

  constructor(devices: readonly Device[]) {
    this.#clients = devices.map((device) => ({ device, agreed: new Map(), mail: [] }));
  }

  /** Takes what has changed on a device; `isTaken` says for each item whether it gets through this time. */
  async collect(index: number, isTaken: (item: number) => boolean = () => true): Promise<void> {
    const client = this.#client(index);
    const { sync } = await client.device.stored();
    const keys = new Set([...Object.keys(sync), ...client.agreed.keys()]);
    for (const [number, key] of [...keys].sort().entries()) {
      const text = JSON.stringify(sync[key]) as string | undefined;
      if (text === client.agreed.get(key) || !isTaken(number)) continue;
      agree(client, key, text);
      this.#items.set(key, sync[key]);
      for (const other of this.#clients) if (other !== client) other.mail.push({ key, value: sync[key] });
    }
  }

  /** Brings one waiting item to a device, whichever; with `isAgain` it comes once more later on. */
  async deliver(index: number, pick: number, isAgain: boolean): Promise<void> {
    const client = this.#client(index);
    const at = client.mail.length === 0 ? -1 : pick % client.mail.length;
    const [item] = at < 0 ? [] : client.mail.splice(at, isAgain ? 0 : 1);
    const found = isAgain ? client.mail[at] : item;
    if (!found) return;
    agree(client, found.key, JSON.stringify(found.value) as string | undefined);
    const { sync } = await client.device.stored();
    await client.device.bring(withItem(sync, found));
  }

  /** Everything that was handed in has come to everybody. */
  async deliverAll(): Promise<void> {
    const items = Object.fromEntries([...this.#items].filter(([, value]) => value !== undefined));
    for (const client of this.#clients) {
      client.mail.length = 0;
      client.agreed.clear();
      for (const [key, value] of Object.entries(items)) agree(client, key, JSON.stringify(value));
      await client.device.bring(items);
    }
  }

  #client(index: number): Client {
    const client = this.#clients[index];
    if (!client) throw new Error(`There is no device ${index}.`);
    return client;
  }
}

function agree(client: Client, key: string, text: string | undefined): void {
  if (text === undefined) client.agreed.delete(key);
  else client.agreed.set(key, text);
}

function withItem(sync: Readonly<Record<string, unknown>>, { key, value }: Delivery): Record<string, unknown> {
  const { [key]: _before, ...others } = sync;
  return value === undefined ? others : { ...others, [key]: value };
}
