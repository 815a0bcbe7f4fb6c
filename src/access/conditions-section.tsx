import type { AccessForm } from '../core/access/access-form.ts';
import { useTranslate } from '../ui/translation.ts';
import { ListField, TextField } from './fields.tsx';

interface ConditionsSectionProps {
  readonly form: AccessForm;
  readonly onChange: (changes: Partial<AccessForm>) => void;
}

/** What else a role asks of whoever takes it. */
export function ConditionsSection({ form, onChange }: ConditionsSectionProps) {
  const t = useTranslate();
  return (
    <section class="conditions">
      <h2>{t('kitConditions')}</h2>
      <label class="choice">
        <input
          type="checkbox"
          name="mfa"
          checked={form.mfa}
          onChange={(event) => onChange({ mfa: event.currentTarget.checked })}
        />
        {t('kitMfa')}
      </label>
      <ListField
        name="source-ips"
        label="kitSourceIps"
        value={form.sourceIps}
        example="203.0.113.0/24"
        onInput={(sourceIps) => onChange({ sourceIps })}
      />
      <ListField
        name="organisations"
        label="kitOrganisations"
        value={form.organisations}
        example="o-a1b2c3d4e5"
        onInput={(organisations) => onChange({ organisations })}
      />
      <ListField
        name="organisation-paths"
        label="kitOrganisationPaths"
        value={form.organisationPaths}
        example="o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*"
        onInput={(organisationPaths) => onChange({ organisationPaths })}
      />
      <TextField
        name="external-id"
        label="kitExternalId"
        help="kitExternalIdHelp"
        value={form.externalId}
        onInput={(externalId) => onChange({ externalId })}
      />
    </section>
  );
}
