/**
 * What automatic make-up weighs, in one table: everything that it gives up has a price here, and it takes the page that
 * costs least. The unit is a quarter of what an editor would mind of a white line in one column: four lines of that
 * (HOLE) are as bad as a jump on the last page. Shapes and the numbers of things are no prices; they stand where they
 * are used. A golden page holds each (test/core/makeup/make-up-prices.test.ts).
 */

/* The page. */

/** A line short on a page that no story runs on from, in each column. */
export const HOLE = 4;
/** A story that runs on to another page. */
export const JUMP = 4;
/** What each story begun on the page is worth: a front page shows many, and lets them jump. */
export const FRONT_PAGE_STORY = 28;
export const STORY = 5;
/** Each jump more than readers of a front page put up with. */
export const MORE_JUMPS = 24;
/** A line left free at the foot of the last page, in each column. */
export const FREE_FOOT = 0.12;

/* Cuts of the page. */

/** Headlines side by side in one band (碰题), and what it costs more where they are of one size. */
export const COLLISION = 3;
export const EQUAL_HEADS = 7;
/** A white line through the whole page (通线), across or down. */
export const THROUGH = 14;
/** A story over the whole width, which is parted by such a line anyway. */
export const WIDE_STORY = 13;
/** A line that a head takes up beside a higher neighbour, and one that stays white there, in each column. */
export const SLACK = 0.5;
export const UNEVEN = 4;
/** Two equal halves of the whole page. */
export const HALVES = 6;
/** A story cut to go on elsewhere. */
export const CUT = 16;
/** A lead over fewer columns than its share: more than everything else of a page. */
export const NARROW_LEAD = 200;

/* A story in its frame. */

/** A harm of one in its headline's breaks: a split word has 3, a torn number or quotation 9 (headline-sense.ts). */
export const TORN_HEADLINE = 8;
/** A head that its frame does not hold, or that looks crammed in it. */
export const CROWDED_HEAD = 60;
/** Each line by which a head is higher than its body: a poster, not a story. */
export const POSTER = 3;
/** Each row that a body of several columns lacks of the fewest that read as a text. */
export const LOW = 6;
/** Each row that a body lacks of those under which it is a ribbon across the page. */
export const SHALLOW = 0.9;
/** Each row that a column has more than a reader's eye keeps. */
export const TALL = 0.8;
/** Pictures in a single column. */
export const NARROW_PICTURE = 10;
/** A line of a column left white: many pictures and little text leave white under them. */
export const WHITE = 0.3;

/* Where a story goes on. */

/** Each column by which the span is off the two or three that a continuation reads best over. */
export const OFF_SPAN = 6;
/** Each body line that still does not fit: more than any other fault of the place. */
export const LEFT_OVER = 20;
/** Each line that stays free under the continuation, and each column beside it. */
export const LEFT_FREE = 0.3;
export const COLUMN_LEFT = 1;

/* A place that is proposed for a story. */

/** A frame e times as wide or as high as its kind reads best: less than any fault of a story in its frame. */
export const OFF_SHAPE = 4;
/** A gap between neighbours that stays unfilled. */
export const UNFILLED = 12;
/** A free column beside the frame that no story can be put into. */
export const SLIVER = 4;
