/**
 * What the maker of a font permits (OpenType 1.9, OS/2 `fsType`). Of the usage bits the least restrictive counts
 * where several are set. Preview & Print suffices: a page that goes to press is printed, not edited.
 *
 * No subsetting (bit 8) is a refusal: the alternative, all outlines of a Chinese font in every proof, would make
 * 10 MB and more of a page.
 */

const RESTRICTED = 0x0002;
const USAGE = 0x000e;
const NO_SUBSETTING = 0x0100;
const BITMAP_ONLY = 0x0200;

/** Why the font may not be embedded, a sentence in Chinese; null where it may. */
export const embeddingRefusal = (fsType: number): string | null => {
  if ((fsType & USAGE) === RESTRICTED)
    return '字体厂商的许可不允许嵌入文档（fsType 为“受限”），不能用于排版，请另选字体或向厂商取得授权版本。';
  if ((fsType & BITMAP_ONLY) !== 0)
    return '字体厂商的许可只允许嵌入点阵（fsType 第9位），不能用于印刷，请另选字体。';
  if ((fsType & NO_SUBSETTING) !== 0)
    return '字体厂商的许可不允许只嵌入用到的字（fsType 第8位），整套嵌入会使文件过大，请另选字体。';
  return null;
};
