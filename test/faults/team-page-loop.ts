// The team's fault loop as it runs in a page of the extension: the entry of a bundle of its own.
import { RealDevice } from './profile.ts';
import { answerNew, loopOverTeamFaults, type StartTeamEngine } from './team-loop.ts';

declare const browser: ConstructorParameters<typeof RealDevice>[0] extends infer S ? { readonly storage: S } : never;

/** Goes through all places; the page's own `fetch` gives way to a server that has the new text. */
export function loopInPage(startEngine: StartTeamEngine): ReturnType<typeof loopOverTeamFaults> {
  Object.assign(globalThis, { fetch: answerNew });
  return loopOverTeamFaults(startEngine, new RealDevice(browser.storage));
}
