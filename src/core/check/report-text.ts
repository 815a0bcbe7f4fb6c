import { deviations } from '../console/deviations.ts';
import { type Diagnosis, FACT_NAMES, TELLERS } from '../console/diagnosis.ts';
import type { Access, SelfCheck, TabCheck, Versions } from './self-check.ts';

/**
 * The self-check as plain text for a bug report: in English and in fixed words, whatever the user's language, for
 * whoever reads the report. Nothing in it is the user's or the page's own word.
 */
export function reportText(check: SelfCheck, tab: TabCheck | undefined): string {
  const blocks = [
    block('Versions', versionLines(check.versions)),
    block('Console tab', tabLines(tab)),
    block('Hosts', accessLines(check.hosts)),
    block('Optional permissions', accessLines(check.permissions)),
    block('Storage', storageLines(check)),
  ];
  return `Hatrack self-check\n\n${blocks.join('\n\n')}\n`;
}

function block(title: string, lines: readonly string[]): string {
  return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}

function versionLines({ hatrack, browser, system, language }: Versions): string[] {
  return [`Hatrack: ${hatrack}`, `browser: ${browser}`, `system: ${system}`, `language: ${language}`];
}

function tabLines(tab: TabCheck | undefined): string[] {
  if (!tab) return ['none'];
  return tab.kind === 'silent' ? ['does not answer'] : diagnosisLines(tab.diagnosis);
}

function diagnosisLines(diagnosis: Diagnosis): string[] {
  const { partition, session, kind, isMultiSession, header, token, told, sources } = diagnosis;
  const lacks = deviations(diagnosis);
  return [
    `partition: ${partition ?? 'none'}`,
    `session: ${session}, ${kind}, ${isMultiSession ? 'multi-session' : 'classic'}`,
    `header: ${header}`,
    `token: ${token}`,
    ...TELLERS.map((teller) => `${teller}: ${told[teller]}`),
    ...FACT_NAMES.map((fact) => `${fact} from: ${sources[fact] ?? 'nowhere'}`),
    `deviations: ${lacks.length === 0 ? 'none' : lacks.join(', ')}`,
  ];
}

function accessLines(list: readonly Access[]): string[] {
  return list.map(({ name, isAllowed }) => `${name}: ${isAllowed ? 'allowed' : 'not allowed'}`);
}

function storageLines({ storage }: SelfCheck): string[] {
  const { local, sync, isSyncOn, syncState, isManaged } = storage;
  return [
    `local: ${bytesText(local)}`,
    `sync: ${bytesText(sync)}, ${isSyncOn ? 'on' : 'off'}, ${syncState}`,
    `policy: ${isManaged ? 'set' : 'none'}`,
  ];
}

function bytesText(bytes: number | undefined): string {
  return bytes === undefined ? 'not available' : `${bytes} bytes`;
}
