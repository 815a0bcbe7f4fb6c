import { type ConfigText, readConfigText } from '../config/config-text.ts';
import type { Profile } from '../config/profile.ts';
import { profilesOf, targetOf } from './current-profiles.ts';
import type { ImportInput, ImportOptions, ImportPlan, ImportTemplate } from './import-plan.ts';
import { planConfig } from './plan-config.ts';
import { planRoles } from './plan-roles.ts';
import { carryOut, type PlannedEntry } from './planned-entry.ts';
import { rolesOfAccounts } from './read-accounts.ts';
import { type Recognised, recognise } from './recognise.ts';

export type {
  EntryReason,
  ImportEntry,
  ImportInput,
  ImportKind,
  ImportOptions,
  ImportPlan,
  ImportTemplate,
  UnknownReason,
  ValueChange,
} from './import-plan.ts';

/**
 * Plans what an imported text would add to the current one and change in it. Nothing is written: the plan holds the
 * text that would come out. What kind of text it is, its content tells; a text that is none of the kinds gives a plan
 * that changes nothing and says why. Takes any strings and never throws.
 *
 * Credentials are taken out and told by line. What is there already and says the same is skipped. A profile that says
 * something else is a change of the keys that the imported one has; one that is a different role under the same name
 * comes in with a number behind its name. Of the current text no byte outside of the changed values changes; new
 * sections come at its end. What another layer has already is skipped, and a name of another layer is taken. Where the current text is empty, a configuration comes in exactly as it is.
 */
export function planImport(currentText: string, { text }: ImportInput, options: ImportOptions): ImportPlan {
  const { found, removed } = recognise(text);
  if (found.kind === 'unknown') {
    return { kind: 'unknown', reason: found.reason, entries: [], resultText: currentText, removedSecrets: removed };
  }
  const current = readConfigText(currentText);
  const planned = planEntries(current, found, options);
  const wasEmpty = currentText.trim() === '' && 'config' in found;
  const isWhole = wasEmpty && planned.every(({ entry }, index) => isTaken(entry, options.declined.has(index)));
  return {
    kind: found.kind,
    reason: undefined,
    entries: planned.map(({ entry }) => entry),
    resultText: isWhole ? found.config.text : carryOut(current, planned, options.declined),
    removedSecrets: removed,
  };
}

/** What can't be read is the text's own affair where it is taken as a whole; a name may be another layer's. */
function isTaken({ action, reason }: PlannedEntry['entry'], isDeclined: boolean): boolean {
  return action === 'add' ? !isDeclined && reason !== 'name-taken' : reason === 'unreadable';
}

function planEntries(
  current: ConfigText,
  found: Exclude<Recognised, { readonly kind: 'unknown' }>,
  { template, others = [] }: ImportOptions,
): PlannedEntry[] {
  if ('config' in found) return planConfig(current, found.config, found.kind === 'credentials', others);
  if ('roles' in found)
    return planRoles(current, found.roles, { keepsNames: found.kind === 'roles', onlyAdds: false, others });
  const roles = rolesOfAccounts(
    found.accounts,
    template,
    baseAccount([...current.profiles, ...profilesOf(others)], template),
  );
  return planRoles(current, roles, { keepsNames: false, onlyAdds: true, prefix: template.prefix, others });
}

/** The number of the account that the template's base signs in to. */
function baseAccount(profiles: readonly Profile[], { sourceProfile }: ImportTemplate): string | undefined {
  const base = profiles.find(({ name }) => name === sourceProfile?.trim());
  const account = base && targetOf(base).account;
  return account?.kind === 'id' ? account.id : undefined;
}
