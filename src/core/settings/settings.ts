/** What the user can choose beside the configuration text. */
export interface Settings {
  /** Offer only roles whose name is the login role's (config-format §4). */
  readonly showOnlyMatchingRoles: boolean;
}

export const DEFAULT_SETTINGS: Settings = { showOnlyMatchingRoles: false };

/** Takes whatever storage holds; what is missing or of the wrong kind has its default. */
export function parseSettings(data: unknown): Settings {
  const { showOnlyMatchingRoles } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  return {
    showOnlyMatchingRoles:
      typeof showOnlyMatchingRoles === 'boolean' ? showOnlyMatchingRoles : DEFAULT_SETTINGS.showOnlyMatchingRoles,
  };
}
