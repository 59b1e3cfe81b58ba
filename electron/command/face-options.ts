/**
 * `--face PLACE=NAME` of the command line: a face for the headlines or the nameplate of one export, either one that
 * comes with the program (by its name or identifier) or one of the folder that `--fonts` names.
 */
import { BUILT_IN_FACES, type FaceId } from '../../core/font/face.ts';
import { FACE_PLACES, type FaceChoices, type FacePlace } from '../../core/publication/faces.ts';
import { InputError, UsageError } from '../base/input-error.ts';
import type { UserFonts } from '../fonts/user-fonts.ts';

export interface FaceOption {
  readonly place: FacePlace;
  readonly name: string;
}

const isPlace = (text: string): text is FacePlace => Object.hasOwn(FACE_PLACES, text);

/** Options as typed. Throws UsageError. */
export const parseFaceOptions = (options: readonly string[]): readonly FaceOption[] =>
  options.map((option) => {
    const equals = option.indexOf('=');
    const place = option.slice(0, equals);
    const name = option.slice(equals + 1).trim();
    if (equals < 0 || name === '' || !isPlace(place))
      throw new UsageError(
        `--face 应写作 位置=字体名，位置可用 ${Object.keys(FACE_PLACES).join('、')}，现为“${option}”。`,
      );
    return { place, name };
  });

const faceNamed = (name: string, own: UserFonts | null): FaceId => {
  const builtIn = BUILT_IN_FACES.find((face) => face.id === name || face.name === name);
  if (builtIn) return builtIn.id;
  if (own) return own.named(name).id;
  const names = BUILT_IN_FACES.map((face) => face.name).join('、');
  throw new InputError(`没有字体“${name}”，自带的有：${names}；自己的字体请用 --fonts 指明文件夹。`);
};

/** The faces that the options name. Throws InputError where one is not there or is refused. */
export const chosenFaces = (options: readonly FaceOption[], own: UserFonts | null): FaceChoices =>
  Object.fromEntries(options.map(({ place, name }) => [place, faceNamed(name, own)]));
