/**
 * The sentence of a save or an export whose issue is not the host's. The page knows it by this text: it restates the
 * issue and asks again. Apart from ipc.ts so that the page does not load the validators.
 */
export const OUT_OF_STEP = '后台与界面上的内容不一致，没有写出文件，请再试一次。';
