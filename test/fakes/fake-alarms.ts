import type { Alarms } from 'webextension-polyfill';
import type { FakeEvent } from './fake-event.ts';

/** The alarms of one profile: they outlive the worker that set them. */
export class AlarmTable {
  readonly set = new Map<string, Alarms.Alarm>();

  constructor(private readonly now: () => number) {}

  /** What stands in `browser.alarms` of one worker. */
  apiFor(onAlarm: FakeEvent<[Alarms.Alarm]>): Alarms.Static {
    const { set } = this;
    return {
      create: async (nameOrInfo?: string | Alarms.CreateAlarmInfoType, info?: Alarms.CreateAlarmInfoType) => {
        const name = typeof nameOrInfo === 'string' ? nameOrInfo : '';
        this.#create(name, (typeof nameOrInfo === 'string' ? info : nameOrInfo) ?? {});
      },
      get: async (name = '') => set.get(name) as Alarms.Alarm,
      getAll: async () => [...set.values()],
      clear: async (name = '') => set.delete(name),
      clearAll: async () => {
        const had = set.size > 0;
        set.clear();
        return had;
      },
      onAlarm,
    } as Alarms.Static;
  }

  /** Takes out what is due, soonest first; a repeating one stays with its next time. */
  takeDue(): Alarms.Alarm[] {
    const due = [...this.set.values()].filter((alarm) => alarm.scheduledTime <= this.now());
    for (const alarm of due) {
      if (alarm.periodInMinutes === undefined) this.set.delete(alarm.name);
      else this.#create(alarm.name, { periodInMinutes: alarm.periodInMinutes });
    }
    return due.sort((a, b) => a.scheduledTime - b.scheduledTime);
  }

  #create(name: string, { when, delayInMinutes, periodInMinutes }: Alarms.CreateAlarmInfoType): void {
    const delay = (delayInMinutes ?? periodInMinutes ?? 0) * 60_000;
    this.set.set(name, {
      name,
      scheduledTime: when ?? this.now() + delay,
      ...(periodInMinutes === undefined ? {} : { periodInMinutes }),
    });
  }
}
