/** The application's menu: the few things that people look for in a menu, each with the key that does it. */
import { Menu, type MenuItemConstructorOptions } from 'electron';

/** What the menu needs done; `act` sends the id of one of the page's own actions to the page that is in front. */
export interface MenuActions {
  readonly act: (action: string) => void;
}

/** Installs the menu. Accelerators are the operating system's own, so they work wherever the caret is. */
export function installMenu({ act }: MenuActions): void {
  const item = (label: string, action: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => act(action),
    ...(accelerator ? { accelerator } : {}),
  });
  const mac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('Declare an incident…', 'declare', 'CmdOrCtrl+N'),
        item('Import a timeline…', 'import', 'CmdOrCtrl+O'),
        item('Export the draft…', 'export', 'CmdOrCtrl+E'),
        { type: 'separator' },
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        item('Find anything…', 'palette', 'CmdOrCtrl+K'),
        item('All incidents', 'home', 'CmdOrCtrl+Shift+H'),
        item('Search every log…', 'search', 'CmdOrCtrl+Shift+F'),
        { type: 'separator' },
        item('Show or hide the strip', 'strip', 'CmdOrCtrl+Shift+S'),
        { type: 'separator' },
        item('Night mode', 'night', 'CmdOrCtrl+Shift+D'),
        {
          label: 'Theme',
          submenu: [item('As the system', 'theme.system'), item('Dark', 'theme.dark'), item('Light', 'theme.light')],
        },
        item('Settings…', 'settings', 'CmdOrCtrl+,'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    },
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    { label: '&Help', role: 'help', submenu: [item('Keys', 'keys', 'F1')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
