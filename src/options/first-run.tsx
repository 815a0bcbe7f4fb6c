import { useTranslate } from '../ui/translation.ts';

interface FirstRunProps {
  readonly onTakeHistory: () => void;
  readonly onImport: () => void;
  readonly onAddRole: () => void;
  readonly onExample: () => void;
}

/** The ways to begin, while there is no configuration yet. */
export function FirstRun({ onTakeHistory, onImport, onAddRole, onExample }: FirstRunProps) {
  const t = useTranslate();
  return (
    <div class="first-run">
      <p>{t('firstRun')}</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={onTakeHistory}>
          {t('firstRunHistory')}
        </button>
        <button type="button" class="plain" onClick={onImport}>
          {t('firstRunImport')}
        </button>
        <button type="button" class="plain" onClick={onAddRole}>
          {t('firstRunForm')}
        </button>
        <button type="button" class="plain" onClick={onExample}>
          {t('firstRunExample')}
        </button>
      </div>
    </div>
  );
}

/** A text that works as soon as its account numbers are one's own. */
export const EXAMPLE_CONFIG = `# What you sign in to.
[main]
aws_account_id = 111111111111

# What you switch to from there.
[dev]
role_arn = arn:aws:iam::222222222222:role/Developer
source_profile = main
color = mediumseagreen

[prod]
role_arn = arn:aws:iam::333333333333:role/ReadOnly
source_profile = main
color = #d92d20
`;
