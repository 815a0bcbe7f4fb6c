// Everything that the extension complains about in Firefox, wherever it runs.
import type { ChromeScope } from './firefox-chrome-scope.ts';

interface Complaint {
  text: string;
  url: string;
}

/**
 * BiDi tells what tabs log, but nothing of the event page and of popups. So the browser's own console service is
 * asked for uncaught errors, and a script in every process for calls of console.error.
 */
export async function listenForErrors(chrome: ChromeScope): Promise<void> {
  await chrome.evaluate((script) => {
    const complaints: Complaint[] = [];
    const note = (message: object): void => {
      if (!(message instanceof Ci.nsIScriptError)) return;
      const { flags, sourceName, errorMessage, lineNumber } = message as ScriptError;
      const warningOrInfo = 1 | 8;
      if (flags & warningOrInfo) return;
      complaints.push({ url: sourceName, text: `uncaught: ${errorMessage} (${sourceName}:${lineNumber})` });
    };
    for (const message of Services.console.getMessageArray()) note(message);
    Services.console.registerListener({ observe: note });
    Services.ppmm.addMessageListener('hatrack:console.error', ({ data }) => complaints.push(data));
    Services.ppmm.loadProcessScript(`data:application/javascript,${encodeURIComponent(script)}`, true);
    window.hatrackComplaints = complaints;
  }, `const __name = (fn) => fn; (${reportConsoleErrors})()`);
}

/** Runs in every process of the browser. */
function reportConsoleErrors(): void {
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  const report = ({ level, filename, lineNumber, arguments: words }: ConsoleCall): void => {
    if (level !== 'error' && level !== 'assert') return;
    const text = Array.from(words, (word) => {
      const plain = Object.prototype.toString.call(word) === '[object Object]';
      return plain ? JSON.stringify(word) : String(word);
    }).join(' ');
    const url = String(filename);
    sendAsyncMessage('hatrack:console.error', { url, text: `console.error: ${text} (${url}:${lineNumber})` });
  };
  for (const call of storage.getEvents()) report(call);
  storage.addLogEventListener(report, Cc['@mozilla.org/systemprincipal;1'].createInstance(Ci.nsIPrincipal));
}

export async function collectErrors(chrome: ChromeScope, origin: string): Promise<string[]> {
  const complaints = await chrome.evaluate(() => window.hatrackComplaints ?? []);
  return complaints.filter(({ url }) => url.startsWith(origin)).map(({ text }) => text);
}

interface ScriptError {
  flags: number;
  sourceName: string;
  errorMessage: string;
  lineNumber: number;
}
interface ConsoleCall {
  level: string;
  filename: string;
  lineNumber: number;
  arguments: Iterable<unknown>;
}
interface ConsoleStorage {
  getEvents(): ConsoleCall[];
  addLogEventListener(listener: (call: ConsoleCall) => void, principal: object): void;
}
declare global {
  interface Window {
    hatrackComplaints?: Complaint[];
  }
}
declare const Ci: { nsIScriptError: new () => object; nsIConsoleAPIStorage: object; nsIPrincipal: object };
declare const Cc: {
  '@mozilla.org/consoleAPI-storage;1': { getService(type: object): ConsoleStorage };
  '@mozilla.org/systemprincipal;1': { createInstance(type: object): object };
};
declare const Services: {
  console: { getMessageArray(): object[]; registerListener(listener: { observe(message: object): void }): void };
  ppmm: {
    addMessageListener(name: string, listener: (message: { data: Complaint }) => void): void;
    loadProcessScript(url: string, alsoLater: boolean): void;
  };
};
declare function sendAsyncMessage(name: string, data: Complaint): void;
