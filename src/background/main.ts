import { answer } from '../browser/messaging.ts';
import { closeStorageToContentScripts } from '../browser/platform.ts';
import type { BackgroundApi } from '../protocol.ts';
import { startCommands } from './commands.ts';
import { renewListsOnChange } from './first-screens.ts';
import { handlers } from './handlers.ts';
import { startOmnibox } from './omnibox.ts';
import { keepInSync } from './sync.ts';
import { startTeam } from './team.ts';

// Every listener is registered synchronously: the event that wakes the worker is delivered only to those.
answer<BackgroundApi>('background', handlers);
keepInSync();
startTeam();
startCommands();
startOmnibox();
renewListsOnChange();
// At every start, because the browser does not promise to remember it.
void closeStorageToContentScripts();
