import type { ImportTemplate } from '../core/import/import-plan.ts';
import { useTranslate } from '../ui/translation.ts';

interface ImportTemplateFieldsProps {
  readonly template: ImportTemplate;
  readonly onChange: (template: ImportTemplate) => void;
}

/** How a list of accounts becomes roles. */
export function ImportTemplateFields({ template, onChange }: ImportTemplateFieldsProps) {
  const t = useTranslate();
  const { roleName, sourceProfile = '', nameTemplate = '{name}', color } = template;
  return (
    <div class="role-form">
      <label>
        {t('importTemplateRole')}
        <input
          value={roleName}
          onInput={({ currentTarget }) => onChange({ ...template, roleName: currentTarget.value })}
        />
      </label>
      <label>
        {t('importTemplateBase')}
        <input
          value={sourceProfile}
          onInput={({ currentTarget }) => onChange({ ...template, sourceProfile: currentTarget.value })}
        />
      </label>
      <label>
        {t('importTemplateName')}
        <input
          value={nameTemplate}
          onInput={({ currentTarget }) => onChange({ ...template, nameTemplate: currentTarget.value })}
        />
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={color === 'by-name'}
          onChange={({ currentTarget }) => {
            const { color: _color, ...plain } = template;
            onChange(currentTarget.checked ? { ...plain, color: 'by-name' } : plain);
          }}
        />
        {t('importTemplateColor')}
      </label>
    </div>
  );
}
