import { useState } from 'preact/hooks';
import type { Config, Role } from '../core/config/config.ts';
import type { Layer } from '../core/config/layer.ts';
import { changeShown, type ShownFields, toShownFields } from '../core/config/shown-fields.ts';
import { originOwner } from '../ui/origin-text.ts';
import { problemSentence } from '../ui/problem-text.ts';
import { type MessageKey, useTranslate } from '../ui/translation.ts';
import { Dialog } from './dialog.tsx';
import { FormErrors } from './form-errors.tsx';
import { FormField } from './form-field.tsx';

interface ShownFormProps {
  /** The user's own. */
  readonly text: string;
  /** The layers before it. */
  readonly others: readonly Layer[];
  /** Of both. */
  readonly config: Config;
  /** A role of another layer. */
  readonly role: Role;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

const FIELDS: readonly { readonly name: 'label' | 'color' | 'group' | 'image'; readonly label: MessageKey }[] = [
  { name: 'label', label: 'formLabel' },
  { name: 'color', label: 'formColor' },
  { name: 'group', label: 'formGroup' },
  { name: 'image', label: 'formImage' },
];

/** Changes how a role that comes from elsewhere is shown to this user, by a section in their own text. */
export function ShownForm({ text, others, config, role, onDone, onClose }: ShownFormProps) {
  const t = useTranslate();
  const [fields, setFields] = useState<ShownFields>(toShownFields(role));
  const [errors, setErrors] = useState<readonly string[]>([]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // A section of that name that is another role counts for nothing, whatever is written into it.
    const taken = config.problems.filter(({ code, values }) => code === 'name-taken' && values[0] === role.profile);
    if (taken.length > 0) setErrors(taken.map((problem) => problemSentence(problem, t)));
    else onDone(changeShown(text, others, role, fields));
  };
  return (
    <Dialog title={t('changeShown', role.label)} onClose={onClose}>
      <p class="quiet">{t('changeShownHelp', originOwner(role.origin, t) ?? '')}</p>
      <form class="role-form" onSubmit={submit}>
        {FIELDS.map(({ name, label }) => (
          <FormField
            key={name}
            name={name}
            label={label}
            value={fields[name]}
            onInput={(value) => setFields({ ...fields, [name]: value })}
          />
        ))}
        <label class="choice">
          <input
            type="checkbox"
            name="hidden"
            checked={fields.hidden}
            onChange={(event) => setFields({ ...fields, hidden: event.currentTarget.checked })}
          />
          {t('formHidden')}
        </label>
        <FormErrors errors={errors} />
        <button type="submit" class="primary">
          {t('applyToText')}
        </button>
      </form>
    </Dialog>
  );
}
