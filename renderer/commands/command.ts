/**
 * A command: one thing that the editor can do, with its name, its keys and when it can be done. Menus, toolbar,
 * context menus and the keyboard all read the same table (command-table.ts), so that whatever a pointer does has a
 * name and a key.
 */

export interface Command {
  readonly id: string;
  /** As the menu says it; may tell what it would do: 撤销“移动版位”. */
  readonly label: () => string;
  /** Keys, the first of them shown in the menu: `Mod` is Ctrl, on a Mac ⌘. E.g. `Mod+Shift+Z`, `Delete`. */
  readonly keys?: readonly string[];
  readonly enabled?: () => boolean;
  /** For entries that are on or off. */
  readonly checked?: () => boolean;
  /**
   * Keys without Mod that a text field needs for itself (arrows, Delete, Enter) work only outside fields; `anywhere`
   * lets a key through in fields as well.
   */
  readonly anywhere?: boolean;
  /** Further entries under this one, made when the menu opens. */
  readonly submenu?: () => readonly Command[];
  /** What it answers is not looked at: a promise tells of its failure itself. */
  readonly run: () => unknown;
}

export interface Menu {
  readonly id: string;
  readonly label: string;
  /** Groups are parted by a line. */
  readonly groups: readonly (readonly Command[])[];
}

export const isEnabled = (command: Command): boolean => command.enabled?.() ?? true;
