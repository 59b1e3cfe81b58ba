/** 看印样: the pages of a printing, glyph by glyph as they went to the press. */

import { ADDRESSES } from '../../core/contract/addresses.ts';
import { Fault } from '../../core/contract/fault.ts';
import type { PrintFacts } from '../../core/contract/version-channels.ts';
import { type DisplayListJson, displayFromJson } from '../../core/display/display-json.ts';
import type { DisplayList, DisplayPage } from '../../core/display/display-list.ts';
import { ModalDialog } from '../dialogs/ModalDialog.tsx';
import { closeDialog } from '../state/dialog-store.ts';
import { versionStrings as said } from '../strings/versions.ts';
import { strings } from '../strings/window.ts';
import { DisplayListSvg } from '../svg/DisplayListSvg.tsx';
import { usePageFonts } from '../svg/page-fonts.ts';
import { useAnswer, Waiting } from './CompareDialog.tsx';
import { Scroller } from './ComparisonView.tsx';
import { PrintPdfLink } from './VersionsPanel.tsx';
import { momentName } from './version-entries.ts';

/** CSS pixels: body type of 9 pt can be read. */
const WIDTH = 1_000;

const fetchPages = async (number: number): Promise<DisplayList> => {
  const response = await fetch(ADDRESSES.print(number));
  if (!response.ok) throw new Fault('input', said.printAway);
  return displayFromJson((await response.json()) as DisplayListJson);
};

const Page = ({ page }: { readonly page: DisplayPage }) => {
  const { state, painted } = usePageFonts(page);
  const height = (WIDTH * page.height) / page.width;
  return (
    <div className="printed-page" data-fonts={state} style={{ width: WIDTH, height }}>
      {painted && (
        <DisplayListSvg
          page={painted}
          width={WIDTH}
          height={height}
          label={strings.page(page.number, page.name)}
        />
      )}
      {state === 'failed' && <p className="sheet-message">{strings.fontsFailed}</p>}
    </div>
  );
};

export const ShowPrintDialog = ({ print }: { readonly print: PrintFacts }) => {
  const { answer, failure } = useAnswer(() => fetchPages(print.number));
  const name = said.printName(print.number);
  return (
    <ModalDialog wide title={`${name}　${said.by(print.by, momentName(print.at))}`} cancel={closeDialog}>
      <Scroller className="comparison printed-pages" label={name}>
        {answer ? (
          answer.pages.map((page) => <Page key={page.number} page={page} />)
        ) : (
          <Waiting failure={failure} />
        )}
      </Scroller>
      <div className="dialog-buttons">
        {print.hasPdf && (
          <span className="aside">
            <PrintPdfLink number={print.number} />
          </span>
        )}
        <button type="button" onClick={closeDialog}>
          {said.comparison.close}
        </button>
      </div>
    </ModalDialog>
  );
};
