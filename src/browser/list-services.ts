import type { RoleId } from '../core/config/config.ts';
import type { RoleTexts } from '../core/export/role-texts.ts';
import type { FoundWindow } from '../core/finding/list-item.ts';
import type { SectionId } from '../core/search/sections.ts';
import type { BackgroundApi, ListedPage } from '../protocol.ts';
import { type Asker, MessageError } from './messaging.ts';

interface ListServicesInput {
  readonly ask: Asker<BackgroundApi>;
  /** What the list was asked for with; undefined for that of all roles. */
  readonly page: () => ListedPage | undefined;
  readonly canLand: () => boolean;
  /** The background does not answer any more. */
  readonly onFailed: (error: MessageError) => void;
}

/** What the background does for a list that is open. None of it rejects. */
export function listServices({ ask, page, canLand, onFailed }: ListServicesInput) {
  const orNothing = async <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> => {
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      onFailed(error);
      return undefined;
    }
  };
  return {
    find: (query: string, index: number): Promise<FoundWindow | undefined> =>
      orNothing(ask('findRoles', { page: page(), query, canLand: canLand(), index })),
    texts: (roleId: RoleId): Promise<RoleTexts | undefined> => orNothing(ask('roleTexts', { page: page(), roleId })),
    pin: (roleId: RoleId, isPinned: boolean) => orNothing(ask('pinRole', { page: page(), roleId, isPinned })),
    fold: (section: SectionId, isFolded: boolean) => orNothing(ask('foldSection', { section, isFolded })),
    showInEditor: (roleId: RoleId) => orNothing(ask('showInEditor', { page: page(), roleId })),
  };
}
