/**
 * What goes to paper: PDFs to look at, and printings 付印, which the file keeps for ever with the pages as they were
 * drawn. An issue that is as it was printed is exported as it was printed, whatever the engine would make of it now.
 */
import type { StatedIssue } from '../../core/contract/ipc.ts';
import type { MadePrint, PrintedFacts } from '../../core/contract/version-channels.ts';
import { displayToJson, roundedDisplayList } from '../../core/display/display-json.ts';
import { PRINT_VERSION, type Print, withPrint, withVersion } from '../../core/file/issue-file.ts';
import { FILE_LIMITS } from '../../core/file/issue-file-schema.ts';
import { InputError } from '../base/input-error.ts';
import { stateHash } from '../base/state-hash.ts';
import { checkComplete, checkStated, fileOf, type MadePdf } from './desk.ts';
import { printedFacts, printFacts, stateOfDesk } from './printed-facts.ts';
import type { SessionDesk } from './session-desk.ts';
import type { SessionFiles } from './session-files.ts';
import type { SessionVersions } from './session-versions.ts';

export class SessionPrints {
  constructor(
    private readonly desk: SessionDesk,
    private readonly files: SessionFiles,
    private readonly versions: SessionVersions,
  ) {}

  /** Edits that come while it is laid out are not in it: what is printed and saved is the issue that was meant. */
  make(stated: StatedIssue, editor: number | undefined, waived = ''): Promise<MadePrint> {
    return this.desk.inTurn(async () => {
      const { makePressCopy } = this.desk.services;
      if (!makePressCopy) throw new InputError('没有付印：本机服务不能排版，请重新启动组版。');
      const desk = await this.desk.get();
      const mark = await this.versions.mark();
      this.desk.checkEditor(editor);
      checkStated(desk, stated);
      desk.keeper.checkMayEdit();
      const before = fileOf(desk);
      const { issue, pictures } = before;
      if (before.prints.length >= FILE_LIMITS.prints)
        throw new InputError(`这一期已付印${FILE_LIMITS.prints}次，没有再付印，请另存为一期再做。`);
      await checkComplete(issue);
      const { displayList, faces, pdf } = await makePressCopy({ issue, pictures, problems: [] });
      const print = {
        ...mark,
        issueHash: stateHash(issue),
        displayList: roundedDisplayList(displayList),
        faces,
        pdf,
      };
      const file = withPrint(
        withVersion(before, { name: PRINT_VERSION, note: waivedNote(waived), ...mark }),
        print,
      );
      if (desk.issue !== issue) throw new InputError('付印时版面又有修改，没有付印，请再付印一次。');
      const saved = await this.files.write(desk, null, file);
      return { print: printFacts(file.prints.at(-1)!), saved };
    });
  }

  async state(): Promise<PrintedFacts> {
    return printedFacts(await this.desk.get());
  }

  private print(number: number): Print | null {
    return this.desk.now?.besides.prints.find((print) => print.number === number) ?? null;
  }

  /** The printed pages as JSON (core/display/display-json.ts); null where there are none. */
  pages(number: number): Uint8Array | null {
    const list = this.print(number)?.displayList;
    return list ? new TextEncoder().encode(JSON.stringify(displayToJson(list))) : null;
  }

  pdf(number: number): MadePdf | null {
    const print = this.print(number);
    const { now } = this.desk;
    if (!print?.pdf || !now) return null;
    return { fileName: `${stem(now.fileName)} 印样${number}.pdf`, bytes: print.pdf };
  }

  /** The issue that the page means, as a PDF. Rejects with OUT_OF_STEP where the host has another. */
  async export(stated: StatedIssue, editor: number | undefined, pages: readonly number[]): Promise<MadePdf> {
    const desk = await this.desk.get();
    this.desk.checkEditor(editor);
    checkStated(desk, stated);
    await checkComplete(desk.issue);
    return this.makePdf(pages);
  }

  async makePdf(pages: readonly number[]): Promise<MadePdf> {
    const desk = await this.desk.get();
    const { issue, pictures, problems } = desk;
    const state = stateOfDesk(desk);
    const printed = state.kind === 'as-printed' ? state.print.displayList : null;
    const drawn = { issue, pictures, problems, ...(printed ? { printed } : {}) };
    const bytes = await this.desk.services.makePdf(drawn, pages);
    desk.made = { fileName: `${stem(desk.fileName)}.pdf`, bytes };
    return desk.made;
  }

  exported(fileName: string): Uint8Array | null {
    const made = this.desk.now?.made;
    return made?.fileName === fileName ? made.bytes : null;
  }
}

/** What the editor printed in spite of, kept with the version that is made of it. */
const waivedNote = (waived: string): string => (waived === '' ? '' : `付印时没有改的：\n${waived}`);

const stem = (fileName: string): string => fileName.replace(/\.[^.]*$/, '');
