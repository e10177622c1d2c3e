import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuLabels } from './menu-labels.ts';

interface MenuOptions {
  readonly labels: MenuLabels;
  readonly developer: boolean;
  /** Sends a command to the renderer, which does what its own button does. */
  readonly send: (command: string) => void;
}

/** The native menu: every entry is either the system's own role or a command that the renderer also offers. */
export function workbenchMenu({ labels, developer, send }: MenuOptions): Menu {
  // the page handles these keys itself, since in a text field they belong to the text: the menu only shows them
  const command = (label: string, name: string, accelerator?: string): MenuItemConstructorOptions => ({ label, click: () => send(name), ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }) });
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  const template: MenuItemConstructorOptions[] = [
    ...mac,
    {
      label: labels.file,
      submenu: [
        command(labels.newProject, 'project.new', 'CmdOrCtrl+N'),
        command(labels.openProject, 'project.open', 'CmdOrCtrl+O'),
        command(labels.openSample, 'project.openSample'),
        { type: 'separator' },
        command(labels.importFiles, 'import', 'CmdOrCtrl+I'),
        { type: 'separator' },
        command(labels.saveAs, 'project.saveAs', 'CmdOrCtrl+Shift+S'),
        command(labels.saveCopy, 'project.saveCopy'),
        { type: 'separator' },
        command(labels.closeProject, 'project.close'),
        { role: 'quit', label: labels.quit },
      ],
    },
    {
      label: labels.edit,
      submenu: [
        command(labels.undo, 'undo', 'CmdOrCtrl+Z'),
        command(labels.redo, 'redo', 'CmdOrCtrl+Shift+Z'),
        command(labels.history, 'history', 'CmdOrCtrl+Shift+H'),
        { type: 'separator' },
        { role: 'cut', label: labels.cut },
        { role: 'copy', label: labels.copy },
        { role: 'paste', label: labels.paste },
        { role: 'selectAll', label: labels.selectAll },
        { type: 'separator' },
        command(labels.find, 'find', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: labels.view,
      submenu: [
        command(labels.overview, 'room.overview'),
        command(labels.data, 'room.data'),
        command(labels.messages, 'room.messages'),
        command(labels.people, 'room.people'),
        command(labels.tribes, 'room.tribes'),
        command(labels.response, 'room.response'),
        command(labels.trust, 'room.trust'),
        command(labels.value, 'room.value'),
        command(labels.strategy, 'room.strategy'),
        command(labels.present, 'room.present'),
        { type: 'separator' },
        command(labels.keepView, 'keep-view', 'CmdOrCtrl+D'),
        command(labels.notes, 'notes'),
        command(labels.definitions, 'glossary', 'CmdOrCtrl+G'),
        command(labels.palette, 'palette', 'CmdOrCtrl+K'),
        command(labels.shortcuts, 'shortcuts'),
        command(labels.preferences, 'preferences', 'CmdOrCtrl+,'),
        { type: 'separator' },
        { role: 'zoomIn', label: labels.zoomIn },
        { role: 'zoomOut', label: labels.zoomOut },
        { role: 'resetZoom', label: labels.zoomReset },
        { role: 'togglefullscreen', label: labels.fullScreen },
        ...(developer ? [{ type: 'separator' }, { role: 'reload', label: labels.reload }, { role: 'toggleDevTools', label: labels.developer }] satisfies MenuItemConstructorOptions[] : []),
      ],
    },
    { label: labels.window, submenu: [{ role: 'minimize', label: labels.minimise }] },
    { role: 'help', label: labels.help, submenu: [command(labels.about, 'about'), command(labels.diagnostics, 'diagnostics')] },
  ];
  return Menu.buildFromTemplate(template);
}
