import {
  type AccessForm,
  FORMATS,
  type Format,
  GROUPINGS,
  type Grouping,
  PARTS,
  type Part,
} from '../core/access/access-form.ts';
import type { Holder } from '../core/access/permission-policies.ts';
import { type MessageKey, useTranslate } from '../ui/translation.ts';
import { ChoiceField, TextField } from './fields.tsx';

interface OutputSectionProps {
  readonly part: Part;
  readonly format: Format;
  readonly form: AccessForm;
  readonly onPart: (part: Part) => void;
  readonly onFormat: (format: Format) => void;
  readonly onChange: (changes: Partial<AccessForm>) => void;
}

const PART_LABELS = {
  trust: 'kitTrust',
  permissions: 'kitPermissions',
  cli: 'kitCli',
} as const satisfies Record<Part, MessageKey>;

/** Names of products and languages are the same in every language. */
const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  json: 'JSON',
  cloudformation: 'CloudFormation (YAML)',
  terraform: 'Terraform (HCL)',
  cdk: 'AWS CDK (TypeScript)',
};

const GROUPING_LABELS = { base: 'kitByBase', group: 'kitByGroup' } as const satisfies Record<Grouping, MessageKey>;

const HOLDER_LABELS = {
  managed: 'kitManaged',
  user: 'kitInUser',
  group: 'kitInGroup',
  role: 'kitInRole',
} as const satisfies Record<Holder, MessageKey>;
const HOLDERS = Object.keys(HOLDER_LABELS) as Holder[];

/** What is written, and as what. */
export function OutputSection({ part, format, form, onPart, onFormat, onChange }: OutputSectionProps) {
  const t = useTranslate();
  return (
    <section class="output">
      <h2>{t('kitOutput')}</h2>
      <ChoiceField
        name="part"
        label="kitPart"
        value={part}
        choices={PARTS.map((each) => [each, t(PART_LABELS[each])] as const)}
        onChoose={onPart}
      />
      {part !== 'cli' && (
        <ChoiceField
          name="format"
          label="kitFormat"
          value={format}
          choices={FORMATS.map((each) => [each, FORMAT_NAMES[each]] as const)}
          onChoose={onFormat}
        />
      )}
      {part === 'permissions' && (
        <>
          <ChoiceField
            name="grouping"
            label="kitGrouping"
            value={form.grouping}
            choices={GROUPINGS.map((each) => [each, t(GROUPING_LABELS[each])] as const)}
            onChoose={(grouping) => onChange({ grouping })}
          />
          <ChoiceField
            name="holder"
            label="kitHolder"
            value={form.holder}
            choices={HOLDERS.map((each) => [each, t(HOLDER_LABELS[each])] as const)}
            onChoose={(holder) => onChange({ holder })}
          />
          {form.holder !== 'managed' && (
            <TextField
              name="holder-name"
              label="kitHolderName"
              value={form.holderName}
              onInput={(holderName) => onChange({ holderName })}
            />
          )}
        </>
      )}
    </section>
  );
}
