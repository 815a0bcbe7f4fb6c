/** The one place where webextension-polyfill comes in. */
export { default as browser } from 'webextension-polyfill';
