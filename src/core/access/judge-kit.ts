import { isProduction } from '../config/environment.ts';
import { type AccessNote, type AccessNoteCode, noteAbout } from './access-note.ts';
import type { PolicySet } from './access-resource.ts';
import { judgePolicyText } from './judge-policy.ts';
import { canAskMfa, type Jump } from './jump.ts';
import { ATTACHED_LIMIT, type Holder } from './permission-policies.ts';
import { type PolicyDocument, policySize } from './policy-document.ts';
import type { Target } from './targets.ts';

/** Characters without white space of a trust policy, before AWS is asked for more (IAM quotas: up to 8,192). */
const TRUST_LIMIT = 2048;

/** What an admin should know before roles get these trust policies. */
export function noteOnTrust(policies: ReadonlyMap<Target, PolicyDocument>, jump: Jump): AccessNote[] {
  const open: string[] = [];
  const federated: string[] = [];
  const tooLong: string[] = [];
  const external: string[] = [];
  // Roles that trust the same people have the very same document.
  const judged = new Map([...new Set(policies.values())].map((document) => [document, judge(document)]));
  for (const [{ role }, document] of policies) {
    const { codes, size } = judged.get(document) ?? judge(document);
    if (codes.includes('external-id')) external.push(role.label);
    if (size > TRUST_LIMIT) tooLong.push(role.label);
    if (!isProduction(role) || !codes.includes('without-mfa')) continue;
    if (canAskMfa(jump.who.kind)) open.push(role.label);
    else federated.push(role.label);
  }
  return [
    ...noteAbout('production-without-mfa', open),
    ...noteAbout('production-by-identity-center', federated),
    ...noteAbout('trust-too-long', tooLong, String(TRUST_LIMIT)),
    ...noteAbout('external-id-roles', external),
  ];
}

function judge(document: PolicyDocument): { readonly codes: readonly AccessNoteCode[]; readonly size: number } {
  const notes = judgePolicyText(JSON.stringify(document));
  return { codes: notes.map(({ code }) => code), size: policySize(document) };
}

/** What an admin should know before people get these permission policies. */
export function noteOnPolicySets(sets: readonly PolicySet[], holder: Holder, { who }: Jump): AccessNote[] {
  const notes: AccessNote[] =
    who.kind === 'permission-set' ? [{ code: 'permission-set-policy', values: [who.name] }] : [];
  const count = sets.reduce((sum, { resources }) => sum + resources.length, 0);
  if (holder !== 'managed' && count > 1) notes.push({ code: 'inline-overflow', values: [String(count)] });
  const large = sets.filter(({ resources }) => resources.length > ATTACHED_LIMIT);
  if (holder === 'managed')
    notes.push(
      ...noteAbout(
        'too-many-managed',
        large.map(({ name }) => name),
        String(ATTACHED_LIMIT),
      ),
    );
  return notes;
}
