import { offerMenu } from './menu-handover.ts';
import { roleMenu } from './role-menu.tsx';

offerMenu(roleMenu);
