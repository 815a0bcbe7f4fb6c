import type { Diagnosis } from '../core/console/diagnosis.ts';
import { parseDiagnosis } from '../core/console/parse-diagnosis.ts';
import type { ConsoleTabApi } from '../protocol.ts';
import { askTab, MessageError } from './messaging.ts';

/** What a console tab says of its page; undefined where Hatrack does not run there. */
export async function askDiagnosis(tabId: number): Promise<Diagnosis | undefined> {
  try {
    return parseDiagnosis(await askTab<ConsoleTabApi>('console-tab', tabId)('diagnosis', undefined));
  } catch (error) {
    if (error instanceof MessageError) return undefined;
    throw error;
  }
}
