import { parseColor } from '../core/config/color.ts';
import { type MessageKey, useTranslate } from '../ui/translation.ts';

interface FormFieldProps {
  /** The field of this name takes a colour from a picker as well. */
  readonly name: string;
  readonly label: MessageKey;
  readonly value: string;
  readonly isRequired?: boolean | undefined;
  /** Id of a datalist. */
  readonly list?: string | undefined;
  readonly onInput: (value: string) => void;
  readonly onLeave?: (value: string) => void;
}

/** One line of text in a form about a role. */
export function FormField({ name, label, value, isRequired, list, onInput, onLeave }: FormFieldProps) {
  const t = useTranslate();
  return (
    <label>
      {t(label)}
      <input
        name={name}
        value={value}
        required={isRequired}
        list={list}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onInput(event.currentTarget.value)}
        onBlur={(event) => onLeave?.(event.currentTarget.value)}
      />
      {name === 'color' && (
        <input
          type="color"
          aria-label={t('formColorPicker')}
          value={`#${parseColor(value) ?? 'aaaaaa'}`}
          onInput={(event) => onInput(event.currentTarget.value.slice(1))}
        />
      )}
    </label>
  );
}
