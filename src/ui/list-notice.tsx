import type { ListSummary } from '../core/finding/list-summary.ts';
import { expectationSentence } from './expectation-text.ts';
import type { PanelState } from './role-panel.tsx';
import { identitySentence } from './session-line.tsx';
import { type Translate, useTranslate } from './translation.ts';

interface ListNoticeProps {
  readonly state: PanelState;
  readonly query: string;
  readonly foundCount: number;
  readonly onOpenOptions: (() => void) | undefined;
}

/** Why there is nothing to see, or less than the text holds: the list is never empty without a reason. */
export function ListNotice({ state, query, foundCount, onOpenOptions }: ListNoticeProps) {
  const t = useTranslate();
  if (state.kind === 'loading') return <p class="notice">{t('loading')}</p>;
  if (state.kind === 'failed') return <p class="notice notice-alert">{state.sentence}</p>;
  const sentences = noticeSentences(state.list, query, foundCount, t);
  if (sentences.length === 0) return null;
  return (
    <div class="notice">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {onOpenOptions && (state.list.isConfigEmpty || state.list.errorCount > 0) && (
        <button type="button" class="link-button" onClick={onOpenOptions}>
          {t(state.list.isConfigEmpty ? 'addRoles' : 'showProblems')}
        </button>
      )}
    </div>
  );
}

/** The sentences, the most telling first. */
function noticeSentences(list: ListSummary, query: string, foundCount: number, t: Translate): string[] {
  if (list.isConfigEmpty) return [t('configIsEmpty')];
  const problems = list.errorCount > 0 ? [t('linesWithProblems', list.errorCount)] : [];
  const isRoot = list.session?.identity.kind === 'root' && list.withheldCount > 0;
  if (isRoot && query === '') return [t('rootCannotSwitch'), ...problems];
  if (foundCount > 0 && (query !== '' || list.hasUsable)) return problems;
  if (query !== '') return [t('nothingFound', query), ...problems];
  if (list.hasHidden) return [t('onlyHiddenRoles'), ...problems];
  if (list.withheldCount === 0 && list.session === undefined) return [t('noRolesInText'), ...problems];
  return [...noneOfferedSentences(list, t), ...problems];
}

function noneOfferedSentences(list: ListSummary, t: Translate): string[] {
  if (list.withheldCount === 0) return [t('noRolesInText')];
  const who = expectationSentence(list, t) ?? (list.session && identitySentence(list.session.identity, t));
  return [...(who === undefined ? [] : [who]), t('noRoleForSession', list.withheldCount)];
}
