import { useState } from 'preact/hooks';
import type { Config, Role } from '../core/config/config.ts';
import { type Layer, PERSONAL } from '../core/config/layer.ts';
import { severityOf } from '../core/config/problem.ts';
import { readLayers } from '../core/config/read-layers.ts';
import { keyChanges, NO_FIELDS, type RoleFields, toFields } from '../core/config/role-fields.ts';
import { keysAt } from '../core/config/section-keys.ts';
import { splitArn } from '../core/config/split-arn.ts';
import { appendSection, applyEdits, renameSection, setRoleKeys } from '../core/config/write-config.ts';
import { problemSentence } from '../ui/problem-text.ts';
import { type MessageKey, useTranslate } from '../ui/translation.ts';
import { Dialog } from './dialog.tsx';
import { FormErrors } from './form-errors.tsx';
import { FormField } from './form-field.tsx';

interface RoleFormProps {
  /** The user's own. */
  readonly text: string;
  /** The layers before it. */
  readonly others: readonly Layer[];
  /** Of both. */
  readonly config: Config;
  /** The role of the text to change; undefined to add one. */
  readonly role: Role | undefined;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

const FIELDS: readonly { readonly name: keyof RoleFields; readonly label: MessageKey; readonly isRequired?: true }[] = [
  { name: 'profile', label: 'formName', isRequired: true },
  { name: 'account', label: 'formAccount', isRequired: true },
  { name: 'roleName', label: 'formRole', isRequired: true },
  { name: 'base', label: 'formBase' },
  { name: 'label', label: 'formLabel' },
  { name: 'color', label: 'formColor' },
  { name: 'region', label: 'formRegion' },
  { name: 'group', label: 'formGroup' },
  { name: 'note', label: 'formNote' },
  { name: 'image', label: 'formImage' },
];

/** Adds or changes one role without INI; everything else of the text stays as it is, byte for byte. */
export function RoleForm({ text, others, config, role, onDone, onClose }: RoleFormProps) {
  const t = useTranslate();
  const before = role ? toFields(role) : NO_FIELDS;
  const [fields, setFields] = useState<RoleFields>(before);
  const [partition, setPartition] = useState<string>(role?.partition ?? 'aws');
  const [errors, setErrors] = useState<readonly string[]>([]);

  const set = (name: keyof RoleFields, value: string) => setFields({ ...fields, [name]: value });
  /** Only when the field is left: an ARN that is still being typed is one already before its end. */
  const takeArn = (value: string) => {
    const arn = splitArn(value);
    if (!arn) return;
    setPartition(arn.partition);
    setFields({ ...fields, account: arn.account, roleName: arn.roleName });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const next = editedText(text, role, before, fields, partition);
    const after = readLayers([...others, { origin: PERSONAL, text: next }]);
    const found = newErrors(config, after).map((problem) => problemSentence(problem, t));
    if (found.length > 0) setErrors(found);
    else onDone(next);
  };
  return (
    <Dialog title={t(role ? 'changeRole' : 'addRole')} onClose={onClose}>
      <form class="role-form" onSubmit={submit}>
        {FIELDS.map(({ name, label, isRequired }) => (
          <FormField
            key={name}
            name={name}
            label={label}
            value={fields[name]}
            isRequired={isRequired}
            list={name === 'base' ? 'form-bases' : undefined}
            onInput={(value) => set(name, value)}
            onLeave={takeArn}
          />
        ))}
        <datalist id="form-bases">
          {[...new Set(config.bases.map(({ profile }) => profile))].map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <FormErrors errors={errors} />
        <button type="submit" class="primary">
          {t(role ? 'applyToText' : 'addToText')}
        </button>
      </form>
    </Dialog>
  );
}

function editedText(
  text: string,
  role: Role | undefined,
  before: RoleFields,
  fields: RoleFields,
  partition: string,
): string {
  const keys = role ? keysAt(text, role.line) : new Set<string>();
  const changes = keyChanges(before, fields, keys, partition);
  if (role) {
    const changed = applyEdits(text, setRoleKeys(text, role.line, changes));
    // The header's line is still the same: keys only ever change below it.
    return fields.profile === before.profile
      ? changed
      : applyEdits(changed, renameSection(changed, role.line, fields.profile));
  }
  const set = Object.entries(changes).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return applyEdits(text, appendSection(text, { profile: fields.profile, keys: Object.fromEntries(set) }));
}

/** Errors that the text did not have before. */
function newErrors(before: Config, after: Config) {
  const known = new Set(before.problems.map(({ code, values }) => `${code} ${values.join()}`));
  return after.problems.filter(
    (problem) => severityOf(problem) === 'error' && !known.has(`${problem.code} ${problem.values.join()}`),
  );
}
