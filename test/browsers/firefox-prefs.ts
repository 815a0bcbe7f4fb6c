// Firefox's preferences for the tests.
import { EXTENSION_UUID } from './firefox-install.ts';
import type { Settings } from './launch.ts';

type Preferences = Record<string, string | number | boolean>;

export function preferences(settings: Settings, addonId: string): Preferences {
  return {
    ...proxy(settings.proxyPort),
    ...language(settings.language),
    ...(settings.colorScheme ? colors(settings.colorScheme) : {}),
    ...(settings.isPrivate ? { 'browser.privatebrowsing.autostart': true } : {}),
    'extensions.webextensions.uuids': JSON.stringify({ [addonId]: EXTENSION_UUID }),
    'xpinstall.signatures.required': false, // ESR, Developer Edition and Nightly honour it
    // A temporary add-on (release builds take no unsigned other) keeps its storage over a restart:
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    // permissions.request() grants without its native prompt (still only from a click):
    'extensions.webextOptionalPermissionPrompts': false,
    // puppeteer's `true` keeps the popup from getting the keyboard focus in the browser's window (seen: the popup's
    // document says that it has the focus, keys go nowhere); with `false` it gets it as it does for a user:
    'focusmanager.testmode': false,
    'browser.aboutConfig.showWarning': false,
    'browser.translations.enable': false,
    'browser.discovery.enabled': false,
    'browser.region.network.url': '',
    'toolkit.telemetry.server': '',
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'dom.push.connection.enabled': false,
  };
}

function proxy(port: number): Preferences {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
  };
}

function language(name: 'en' | 'ja'): Preferences {
  return {
    'intl.locale.requested': name === 'ja' ? 'ja' : 'en-US',
    'intl.accept_languages': name === 'ja' ? 'ja, en-US, en' : 'en-US, en',
  };
}

/** Pages follow the first, the browser's own surfaces (and so what it hands to popups) the second. */
function colors(scheme: 'light' | 'dark'): Preferences {
  return {
    'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
    'ui.systemUsesDarkTheme': scheme === 'dark' ? 1 : 0,
  };
}
