import { type Layer, PERSONAL } from '../core/config/layer.ts';
import { readLayers } from '../core/config/read-layers.ts';
import { removeSecrets } from '../core/config/secrets.ts';
import { toCsv } from '../core/export/to-csv.ts';
import { downloadText } from '../ui/download.ts';
import { useTranslate } from '../ui/translation.ts';

interface ConfigButtonsProps {
  /** What stands in the editor. */
  readonly text: string;
  readonly others: readonly Layer[];
  readonly onAddRole: () => void;
  readonly onImport: () => void;
  readonly onHistory: () => void;
}

/** What can be done with the text as a whole. */
export function ConfigButtons({ text, others, onAddRole, onImport, onHistory }: ConfigButtonsProps) {
  const t = useTranslate();
  const saveText = () => downloadText('hatrack.ini', removeSecrets(text).text);
  const saveCsv = () =>
    downloadText('hatrack.csv', toCsv(readLayers([...others, { origin: PERSONAL, text }])), 'text/csv');
  return (
    <div class="buttons">
      <button type="button" class="plain" onClick={onAddRole}>
        {t('addRole')}
      </button>
      <button type="button" class="plain" onClick={onImport}>
        {t('import')}
      </button>
      <button type="button" class="plain" onClick={onHistory}>
        {t('history')}
      </button>
      <button type="button" class="plain" onClick={saveText}>
        {t('exportFile')}
      </button>
      <button type="button" class="plain" onClick={saveCsv}>
        {t('exportCsv')}
      </button>
    </div>
  );
}
