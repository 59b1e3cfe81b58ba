/** 快捷键一览: every command that has a key, by its menu. */
import { MENUS } from '../commands/command-table.ts';
import { isMac, shownKeys } from '../keys/keys.ts';
import { closeDialog } from '../state/dialog-store.ts';
import { dialogStrings } from '../strings/dialogs.ts';
import { ModalDialog } from './ModalDialog.tsx';

const said = dialogStrings.keys;

export const KeysDialog = () => {
  const onMac = isMac();
  return (
    <ModalDialog title={said.title} cancel={closeDialog} wide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keys. */}
      <section className="dialog-scroll keys-list" aria-label={said.title} tabIndex={0}>
        {MENUS.map((menu) => {
          const commands = menu.groups.flat().filter(({ keys }) => keys !== undefined && keys.length > 0);
          return (
            commands.length > 0 && (
              <table key={menu.id}>
                <caption>{menu.label}</caption>
                <thead>
                  <tr>
                    <th scope="col">{said.command}</th>
                    <th scope="col">{said.key}</th>
                  </tr>
                </thead>
                <tbody>
                  {commands.map(({ id, label, keys }) => (
                    <tr key={id}>
                      <th scope="row">{label()}</th>
                      <td>{keys?.map((key) => shownKeys(key, onMac)).join(said.or)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          );
        })}
      </section>
      <div className="dialog-buttons">
        <button type="button" className="primary" data-first onClick={closeDialog}>
          {dialogStrings.close}
        </button>
      </div>
    </ModalDialog>
  );
};
