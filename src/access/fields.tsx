import { useId } from 'preact/hooks';
import { type MessageKey, useTranslate } from '../ui/translation.ts';

interface FieldProps {
  readonly name: string;
  readonly label: MessageKey;
  readonly value: string;
  readonly help?: MessageKey;
  readonly onInput: (value: string) => void;
}

/** One line of text. */
export function TextField({ name, label, value, help, onInput }: FieldProps) {
  const t = useTranslate();
  const helpId = useId();
  return (
    <div class="field">
      <label for={name}>{t(label)}</label>
      <input
        id={name}
        name={name}
        value={value}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={help && helpId}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {help && (
        <p id={helpId} class="quiet">
          {t(help)}
        </p>
      )}
    </div>
  );
}

/** Several entries, with blanks, commas or lines between them. */
export function ListField({ name, label, value, onInput, example }: FieldProps & { readonly example: string }) {
  const t = useTranslate();
  return (
    <div class="field">
      <label for={name}>{t(label)}</label>
      <textarea
        id={name}
        name={name}
        value={value}
        rows={2}
        placeholder={example}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}

interface ChoiceFieldProps<Value extends string> {
  readonly name: string;
  readonly label: MessageKey;
  readonly value: Value;
  /** What can be chosen, and what it is called. */
  readonly choices: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
}

/** One of several. */
export function ChoiceField<Value extends string>({ name, label, value, choices, onChoose }: ChoiceFieldProps<Value>) {
  const t = useTranslate();
  const choose = (written: string) => {
    const choice = choices.find(([known]) => known === written);
    if (choice) onChoose(choice[0]);
  };
  return (
    <div class="field">
      <label for={name}>{t(label)}</label>
      <select id={name} name={name} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {choices.map(([known, shown]) => (
          <option key={known} value={known}>
            {shown}
          </option>
        ))}
      </select>
    </div>
  );
}
