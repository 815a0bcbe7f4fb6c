import type { RoleId } from './core/config/config.ts';
import type { Diagnosis } from './core/console/diagnosis.ts';
import type { ServiceId } from './core/console/service-id.ts';
import type { PageFacts } from './core/console/session.ts';
import type { SwitchAnswer, SwitchFailure } from './core/console/switch-answer.ts';
import type { FormPost, Refusal, SessionRequest } from './core/console/switch-request.ts';
import type { RoleTexts } from './core/export/role-texts.ts';
import type { FoundWindow } from './core/finding/list-item.ts';
import type { ListSummary } from './core/finding/list-summary.ts';
import type { HistoryEntry } from './core/history/history-entry.ts';
import type { LinkOffer } from './core/links/link-offer.ts';
import type { SafetyMark } from './core/marks/safety-mark.ts';
import type { NeededContainer } from './core/places/role-container.ts';
import type { NamedRole } from './core/roles/confirmation.ts';
import type { RoleRow, SessionSummary } from './core/roles/role-list.ts';
import type { SectionId } from './core/search/sections.ts';
import type { FailedSwitch } from './core/sessions/failed-switch.ts';
import type { Settings } from './core/settings/settings.ts';

/**
 * Who may ask whom for what. A message that is not in these tables does not exist.
 *
 * Whatever a content script may ask must be safe for a hostile page to ask: the answer holds only what the page's own
 * session may use, and never the configuration text.
 */

/** Asked by content scripts and by the popup, answered by the background. */
export interface BackgroundApi {
  /** The roles for a console page, or, without facts (extension pages only), all of them; read anew. */
  listRoles(page: ListedPage | undefined): ListedRoles;
  /** A part of what a query finds in that list. */
  findRoles(search: RoleSearchInput): FoundWindow;
  /** One role of that list as it is now, and whom it is for. */
  listedRole(listed: ListedRole): { readonly row: RoleRow | undefined; readonly session: SessionSummary | undefined };
  /** What there is to copy of a role of that list. */
  roleTexts(listed: ListedRole): RoleTexts | undefined;
  /** Pins the role of that list, or takes the pin off. */
  pinRole(pin: ListedRole & { readonly isPinned: boolean }): undefined;
  /** Folds a section of every list on this device, or unfolds it. */
  foldSection(fold: { readonly section: SectionId; readonly isFolded: boolean }): undefined;
  /** Opens the editor at the role's line, where it is of the user's own text. */
  showInEditor(listed: ListedRole): undefined;
  planSwitch(choice: RoleChoice): FormPost | Refusal | OtherContainer | MultiSession | NeedsConfirmation;
  /** Switches to the role in its own container, in a console tab that is open there or in a new one. */
  switchInContainer(choice: RoleChoice): SwitchOutcome;
  planSwitchBack(facts: PageFacts): FormPost | Refusal;
  /** The page that this tab goes on to after a switch that could only land on the first step to it. */
  goOn(facts: PageFacts): { readonly kind: 'go-on'; readonly url: string } | { readonly kind: 'stay' };
  /** Opens AWS's own switch-role page, filled in, beside the asking tab. */
  openSwitchRolePage(choice: RoleChoice): Refusal | { readonly kind: 'opened' };
  /** Opens the link of Identity Center's portal that leads to the role. */
  openPortal(choice: PortalChoice): SwitchOutcome;
  /** Shows the popup for the asking tab, with what is withheld from it unfolded: nothing of that is for the page. */
  showWithheld(input: undefined): undefined;
  /** Multi-session: shows the role's open session, or has one made by a session that may. */
  switchInSession(choice: RoleChoice): SwitchOutcome;
  /** Multi-session: shows a tab of the sign-in that this tab's session came from. */
  showSignIn(facts: PageFacts): { readonly kind: 'shown' | 'gone' };
  /** Multi-session: shows a tab of that session. */
  showSession(choice: SessionChoice): { readonly kind: 'shown' | 'gone' };
  /** Multi-session: ends that one session, as a page can by AWS's own menu. */
  signOut(choice: SessionChoice): { readonly kind: 'signed-out' | 'failed' };
  /** The switch that the tab has tried and AWS's sign-in host has not answered with a console page; extension pages only. */
  failedSwitch(tabId: number): FailedSwitch | undefined;
  /** Opens CloudTrail's record of a switch in a session that is in the account; extension pages only. */
  openSwitchEvents(entry: HistoryEntry): { readonly kind: 'opened' | 'no-session' };
  /** The containers that the text names; none for a web page's tab. */
  listContainers(input: undefined): readonly NeededContainer[];
  /** What the asking tab's page is to show of the role that its session is in; undefined where it is in none. */
  markOfPage(facts: PageFacts): PageMark | undefined;
  /** Puts the menu's script into the asking tab: pages where nobody opens the menu go without it. */
  loadMenu(input: undefined): undefined;
  /** What a Hatrack link comes to for the page's session. */
  linkOffer(linked: LinkedPage): LinkOffer;
  /** The role that fits a page whose host names another account than its session is in; undefined for any other page. */
  pageOffer(facts: PageFacts): LinkOffer | undefined;
  /** Opens AWS's own switch-role page for the role of a Hatrack link that the text does not have, beside the asking tab. */
  openLinkedRolePage(linked: LinkedPage): Refusal | { readonly kind: 'opened' };
  openOptions(input: undefined): undefined;
  /** Opens the self-check; for the asking tab, where a tab asks. */
  openSelfCheck(input: undefined): undefined;
}

/** Asked by the options page alone. */
export interface TeamApi {
  /** Fetches this team configuration now; done when what came is stored. Senders' and unknown ids do nothing. */
  checkTeam(sourceId: string): undefined;
}

/** Asked by the popup, the self-check and the background, answered by the content script of that tab. */
export interface ConsoleTabApi {
  facts(input: undefined): PageFacts;
  switchRole(choice: RowChoice): SwitchOutcome;
  switchBack(input: undefined): SwitchOutcome;
  /** The labels of the sessions whose marker cookies the page can see. */
  sessionMarkers(input: undefined): readonly string[];
  /** Sends a multi-session request of the page's own session, asked by the background alone. */
  sendRequest(request: SessionRequest): SwitchAnswer;
  showSession(differentiator: string): { readonly kind: 'shown' | 'gone' };
  signOut(differentiator: string): { readonly kind: 'signed-out' | 'failed' };
  /** Done when the order is taken; what comes of it the page shows. */
  takeOrder(order: TabOrder): 'taken' | 'unknown';
  /** The value of the console's own role history cookie; undefined where there is none. Read only, on request. */
  roleHistory(input: undefined): string | undefined;
  /** What of the page is recognised; parse the answer, as a compromised page process may have made it. */
  diagnosis(input: undefined): Diagnosis;
}

/** What the user chose in a list. */
export interface RowChoice {
  readonly roleId: RoleId;
  /** To land on; named only, so that no message can lead to a page of its own. */
  readonly service?: ServiceId | undefined;
  /** The Hatrack link that asks for it, whose page is landed on; read anew by whoever gets it, see `linkedPage`. */
  readonly link?: string | undefined;
  /** Where to open it, where that is not left to the setting. */
  readonly place?: Settings['openSessionIn'] | undefined;
  /** Whether it is asked for although as many sessions seem to be open as AWS allows. */
  readonly despiteLimit?: boolean | undefined;
  /** Whether the session is in the role already, and is to begin anew. */
  readonly isAgain?: boolean | undefined;
  /** Whether the user was asked once more, and meant it. */
  readonly isConfirmed?: boolean | undefined;
}

/** What a list is for. */
export interface ListedPage extends PageFacts {
  /** Of the popup: the tab that it stands over. A content script's tab the browser itself tells. */
  readonly tabId?: number;
}

/** A list without facts is that of all roles. */
export interface ListedRole {
  readonly page: ListedPage | undefined;
  readonly roleId: RoleId;
}

export interface ListedRoles {
  readonly list: ListSummary;
  /** What is shown before anybody searches. */
  readonly found: FoundWindow;
}

export interface RoleSearchInput {
  readonly page: ListedPage | undefined;
  readonly query: string;
  /** Whether the query may name a service to land on. */
  readonly canLand: boolean;
  /** Of an item that the window is to hold. */
  readonly index: number;
}

export interface PageMark {
  readonly mark: SafetyMark;
  /** Since when the session has been seen in the role, in milliseconds since 1970; undefined where nobody wants to know. */
  readonly since: number | undefined;
  readonly shows: Pick<Settings, 'markPage' | 'markTitle' | 'markIcon'>;
}

/** A Hatrack link's URL, and the page that it was opened in. */
export interface LinkedPage {
  readonly facts: PageFacts;
  readonly link: string;
}

export interface SessionChoice {
  readonly facts: PageFacts;
  readonly differentiator: string;
}

/** What the user asked for by a shortcut or in the address bar: there is no list that could show what comes of it. */
export type TabOrder =
  /** Closes it where it is open. */
  | { readonly kind: 'open-palette' }
  /** Does what choosing that row in the page's list would do. */
  | ({ readonly kind: 'take' } & RowChoice)
  | { readonly kind: 'switch-back' }
  | { readonly kind: 'no-previous-role' };

export interface RoleChoice extends RowChoice {
  readonly facts: PageFacts;
}

/** A portal can be asked for without a session. */
export interface PortalChoice extends RowChoice {
  /** Of the console's tab that it is asked from, if it is one. */
  readonly facts: PageFacts | undefined;
  /** Where an extension page asks: the tab that the portal opens beside. */
  readonly tabId?: number;
}

/** The role belongs into another Firefox container than the asking tab's, and with it into another session. */
export interface OtherContainer {
  readonly kind: 'other-container';
}

/** The user is to be asked first; with `isConfirmed` the same choice is taken. */
export interface NeedsConfirmation {
  readonly kind: 'needs-confirmation';
  /** What is taken: of a chain its first step. */
  readonly role: NamedRole;
}

/** Nothing is posted in multi-session: see `switchInSession`. */
export interface MultiSession {
  readonly kind: 'multi-session';
}

/** How an attempt to switch ended, as far as the tab can know. */
export type SwitchOutcome =
  | { readonly kind: 'leaving' }
  | { readonly kind: 'opened-tab' }
  /** The page would not send the form; AWS's own page was opened instead. */
  | { readonly kind: 'opened-link'; readonly because: 'blocked-by-page' | 'no-token' }
  /** The role's own container has to be seen to first. */
  | { readonly kind: 'container'; readonly name: string; readonly needs: 'sign-in' | 'open-tab' | 'telling' }
  | NeedsConfirmation
  /** `by` names the session that asked, where it is not the tab's own. */
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly by?: string | undefined };

export type FailureReason =
  | Refusal['reason']
  | SwitchFailure
  | 'base-tab-gone'
  | 'blocked-by-page'
  | 'no-token'
  | 'no-answer'
  | 'extension-reloaded';
