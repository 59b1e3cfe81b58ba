/**
 * A page as an SVG file that stands alone. Faces are named to the reading program by their PostScript names;
 * where the computer lacks one, glyphs come from another font but stand where they stood.
 */
import { BUILT_IN_FACES, type FaceId } from '../font/face.ts';
import { userFaceName } from '../font/user-face.ts';
import type { PictureId } from '../issue/issue.ts';
import type { DisplayPage } from './display-list.ts';
import { printSvg } from './print-svg.ts';
import { charactersByFace, screenFamily, svgPage } from './svg-page.ts';

const faceRule = (id: FaceId): string => {
  const name = BUILT_IN_FACES.find((f) => f.id === id)?.postScriptName ?? userFaceName(id);
  return name === null ? '' : `@font-face{font-family:"${screenFamily(id)}";src:local("${name}")}\n`;
};

/**
 * @param pictureHref the picture as a data URL; null leaves a grey field
 * @param pictureOrientation how its pixels lie, which the data need not say: not every reader of SVG would listen
 */
export const svgFile = (
  page: DisplayPage,
  pictureHref: (id: PictureId) => string | null,
  pictureOrientation: (id: PictureId) => number,
): string =>
  printSvg(
    svgPage(page, { fontFamily: screenFamily, pictureHref, pictureOrientation }),
    [...charactersByFace(page).keys()].map(faceRule).join(''),
  );
