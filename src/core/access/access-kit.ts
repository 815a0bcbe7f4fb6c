import type { Base, Config } from '../config/config.ts';
import { type AccessFile, accessFiles } from './access-files.ts';
import type { AccessForm, Format, Part } from './access-form.ts';
import { type AccessNote, inOrder, noteAbout } from './access-note.ts';
import { policySets, roleResources } from './access-resource.ts';
import { cliFiles } from './cli-files.ts';
import { grouped } from './grouped.ts';
import { noteOnPolicySets, noteOnTrust } from './judge-kit.ts';
import { type Jump, jumpOf } from './jump.ts';
import type { PolicyDocument } from './policy-document.ts';
import type { ProfileOf } from './profiles-of.ts';
import { type FormReading, isEntityName, readForm } from './read-form.ts';
import { distinctTargets, readTargets, type Target } from './targets.ts';
import { trustPolicy } from './trust-policy.ts';
import { type OtherJumps, trustedJumps } from './trusted-jumps.ts';

/** What is read of the texts, for any choice. */
export interface AccessSource {
  readonly config: Config;
  readonly profileOf: ProfileOf;
}

export interface AccessKit {
  /** Those of the part that was asked for; none where a note is an error. */
  readonly files: readonly AccessFile[];
  /** The gravest first. */
  readonly notes: readonly AccessNote[];
}

/** What the AWS CLI calls the profile that nobody has named. */
const UNNAMED_BASE = 'default';

/**
 * Everything that makes the roles of the text work for the people of a base: trust policies for the roles, permission
 * policies for the jump account, or the same roles for the AWS CLI.
 *
 * @param base undefined = the text has none; all its roles are meant
 */
export function accessKit(
  source: AccessSource,
  base: Base | undefined,
  form: AccessForm,
  part: Part,
  format: Format,
): AccessKit {
  const reading = readForm(form);
  const { targets, notes } = readTargets(source.config, base?.profile, form.partition, source.profileOf);
  const rolesMissing: AccessNote[] = targets.length === 0 ? [{ code: 'no-roles', values: [] }] : [];
  const making = { source, base, baseName: base?.profile ?? UNNAMED_BASE, form, reading, targets, format };
  const made = part === 'cli' ? makeCli(making) : makePolicies(making, part);
  return { files: made.files, notes: inOrder([...made.notes, ...notes, ...rolesMissing]) };
}

interface Making {
  readonly source: AccessSource;
  readonly base: Base | undefined;
  readonly baseName: string;
  readonly form: AccessForm;
  readonly reading: FormReading;
  readonly targets: readonly Target[];
  readonly format: Format;
}

/** Policies need all that is typed to be good; how open the trust is, matters where that is written. */
function makePolicies(making: Making, part: 'trust' | 'permissions'): AccessKit {
  const { jump, notes } = making.reading;
  if (jump === undefined) return { files: [], notes };
  if (part === 'permissions') return makePermissions(making, jump);
  const made = makeTrust(making, jump);
  return { files: made.files, notes: [...notes, ...made.notes] };
}

function makeTrust({ source, base, reading, targets, format }: Making, jump: Jump): AccessKit {
  const others = otherJumps(source, base);
  const externalIds = externalIdsOf(targets, reading.externalId);
  const unknown = new Set<string>();
  const policies = new Map<Target, PolicyDocument>();
  // Most roles of a text trust the same people.
  const known = new Map<string, PolicyDocument>();
  const distinct = distinctTargets(targets);
  for (const target of distinct) {
    const trusted = trustedJumps(target.role, base?.profile, jump, others);
    for (const name of trusted.unknown) unknown.add(name);
    const ids = externalIds.get(target.arn) ?? [];
    const key = JSON.stringify([trusted.jumps, ids]);
    const policy = known.get(key) ?? trustPolicy(trusted.jumps, reading.conditions, ids);
    known.set(key, policy);
    policies.set(target, policy);
  }
  const trustOf = (target: Target) => policies.get(target) ?? trustPolicy([jump], reading.conditions, []);
  const files = [...grouped(distinct, ({ account }) => account)].flatMap(([account, members]) =>
    accessFiles({ account, subject: 'roles', resources: roleResources(members, trustOf) }, format),
  );
  return { files, notes: [...noteOnTrust(policies, jump), ...noteAbout('other-base-unknown', [...unknown])] };
}

function makePermissions({ baseName, form, targets, format }: Making, jump: Jump): AccessKit {
  const holderName = form.holderName.trim();
  if (form.holder !== 'managed' && !isEntityName(holderName)) {
    return { files: [], notes: [{ code: 'bad-holder', values: [holderName] }] };
  }
  const sets = policySets(targets, baseName, form);
  const resources = sets.flatMap((set) => set.resources);
  const files = accessFiles({ account: jump.account, subject: 'permissions', resources }, format);
  return { files, notes: noteOnPolicySets(sets, form.holder, jump) };
}

/** The CLI needs to know nothing of whom the roles trust. */
function makeCli({ source, base, baseName, reading, targets }: Making): AccessKit {
  const notes = reading.notes.filter(({ code }) => code === 'bad-external-id');
  if (notes.length > 0) return { files: [], notes };
  const mfaSerial = base && source.profileOf(base)?.values.get('mfa_serial')?.value;
  return { files: cliFiles(targets, { base: baseName, mfaSerial, externalId: reading.externalId }), notes: [] };
}

/** The jump accounts of the bases that are not chosen, by their profiles. */
function otherJumps({ config, profileOf }: AccessSource, chosen: Base | undefined): OtherJumps {
  const jumps = new Map<string, Jump | undefined>();
  for (const base of config.bases) {
    if (base !== chosen) jumps.set(base.profile, jumps.get(base.profile) ?? jumpOf(base, profileOf(base), config));
  }
  return jumps;
}

/** Which external ids are asked for by the role with an ARN: all that the text has for it. */
function externalIdsOf(targets: readonly Target[], typed: string | undefined): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const { arn, externalId = typed } of targets) {
    const known = ids.get(arn) ?? [];
    if (externalId !== undefined && !known.includes(externalId)) known.push(externalId);
    ids.set(arn, known);
  }
  return ids;
}
