import { useState } from 'preact/hooks';
import { fetchPicture } from '../browser/fetch-picture.ts';
import { picturesItem } from '../browser/items.ts';
import { allowOrigins } from '../browser/permissions.ts';
import { writeItem } from '../browser/stored-item.ts';
import type { Role } from '../core/config/config.ts';
import { useTranslate } from '../ui/translation.ts';
import { useItem } from './use-item.ts';

/** Fetches the pictures that roles name by https URL: once, by click, under a permission for their hosts alone. */
export function PictureSection({ roles }: { roles: readonly Role[] }) {
  const t = useTranslate();
  const pictures = useItem(picturesItem);
  const [result, setResult] = useState<string>();
  const urls = [...new Set(roles.flatMap(({ image }) => (image?.startsWith('https:') ? [image] : [])))];
  const missing = urls.filter((url) => pictures && !Object.hasOwn(pictures, url));
  if (!pictures || urls.length === 0 || (missing.length === 0 && result === undefined)) return null;

  const fetchAll = async () => {
    // Asked at once: the browser takes the question only within the user's click.
    if (!(await allowOrigins(missing.map((url) => new URL(url).origin)))) return setResult(t('picturesRefused'));
    const fetched = await Promise.all(missing.map(async (url) => [url, await fetchPicture(url)] as const));
    const good = fetched.flatMap(([url, picture]) => (picture === undefined ? [] : [[url, picture] as const]));
    // Those that no role names any more are let go.
    const kept = Object.entries(pictures).filter(([url]) => urls.includes(url));
    await writeItem(picturesItem, Object.fromEntries([...kept, ...good]));
    setResult(t('picturesFetched', good.length, missing.length));
  };
  return (
    <section class="pictures">
      <h2>{t('pictures')}</h2>
      {missing.length > 0 && (
        <>
          <p class="quiet">{t('picturesHelp', [...new Set(missing.map((url) => new URL(url).host))].join(', '))}</p>
          <button type="button" class="plain" onClick={() => void fetchAll()}>
            {t('fetchPictures')}
          </button>
        </>
      )}
      <p role="status">{result}</p>
    </section>
  );
}
