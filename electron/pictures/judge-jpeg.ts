/**
 * Whether a JPEG is whole: every scan's Huffman codes are read to the last block, which is all of decoding but the
 * arithmetic, and nothing else tells a whole file from half of one. Sequential and progressive, 8 bits; what PDF cannot
 * hold is not judged here.
 *
 * Strict where a decoder would have to make something up (codes that are none, coefficients beyond a block, restarts
 * out of step, data that ends early or goes on), lenient in what it would pass over: bytes between segments and after
 * the end, a missing end marker behind a whole scan.
 */
import { HuffmanTable, NO_SYMBOL, ScanBits } from './jpeg-huffman.ts';
import { endOfScan, isFrameHeader, type JpegSegment, MARKER, segmentAt } from './jpeg-segments.ts';

export type JpegFault = 'cut' | 'damaged';

/** Eight bits a sample: differences of DC have eleven bits at most (T.81, table F.1). */
const LARGEST_DC_CATEGORY = 11;
/** A block's mean is within ±1024; twice that is no encoder's rounding. */
const LARGEST_DC = 2048;
/** Bytes behind a scan's last block that some cameras leave; more come of a stream out of step. */
const MOST_LEFT = 4;
/**
 * A scan may pass over all blocks in some bytes, so scans are what a small file costs its reader by. No encoder makes more
 * than some dozens; this is what libjpeg-turbo's fuzzers read.
 */
const MOST_SCANS = 500;
const BLOCK = 64;

interface Component {
  readonly id: number;
  readonly horizontal: number;
  readonly vertical: number;
  readonly quantization: number;
  /** Blocks that hold the component, and those that whole MCUs hold. */
  readonly columns: number;
  readonly rows: number;
  readonly storedColumns: number;
  /** Progressive: which coefficients are not zero so far, 64 bits a block. */
  readonly nonZero: Uint32Array;
  /** Progressive: bits of each coefficient that are still to come; 255 before its first scan. */
  readonly missing: Uint8Array;
  dc: number;
  seen: boolean;
}

interface Frame {
  readonly progressive: boolean;
  readonly components: readonly Component[];
  readonly mcuColumns: number;
  readonly mcuRows: number;
}

interface Scan {
  readonly component: Component;
  readonly dc: HuffmanTable | undefined;
  readonly ac: HuffmanTable | undefined;
}

interface Band {
  readonly from: number;
  readonly to: number;
  readonly high: number;
  readonly low: number;
}

/** Thrown by whoever reads on where nothing can be read. */
class Damage extends Error {
  constructor(readonly fault: JpegFault) {
    super(fault);
  }
}

const damaged = (): never => {
  throw new Damage('damaged');
};

/** Null for a whole picture. */
export const jpegFault = (bytes: Uint8Array): JpegFault | null => {
  try {
    new Judge(bytes).read();
    return null;
  } catch (error) {
    if (error instanceof Damage) return error.fault;
    throw error;
  }
};

class Judge {
  private readonly tables: { readonly dc: HuffmanTable[]; readonly ac: HuffmanTable[] } = { dc: [], ac: [] };
  /** First number of each quantisation table, that of DC. */
  private readonly quantization: number[] = [];
  private frame: Frame | null = null;
  private interval = 0;
  private endOfBands = 0;
  private scans = 0;

  constructor(private readonly bytes: Uint8Array) {}

  read(): void {
    const { bytes } = this;
    let segment = segmentAt(bytes, 2);
    while (segment && segment.marker !== MARKER.endOfImage && segment.marker !== MARKER.startOfImage)
      segment = segmentAt(bytes, this.readSegment(segment));
    this.end(segment?.marker === MARKER.endOfImage);
  }

  /** Where the next is looked for. */
  private readSegment(segment: JpegSegment): number {
    const { marker, content, end } = segment;
    if (marker === MARKER.startOfScan) return this.readScan(segment);
    if (marker === MARKER.huffmanTables) this.readTables(segment);
    else if (marker === MARKER.quantization) this.readQuantization(segment);
    else if (marker === MARKER.restartInterval) this.interval = this.word(content, segment);
    else if (isFrameHeader(marker)) this.readFrame(segment);
    return end;
  }

  /** Whether all components came; without an end marker, to their last bit. */
  private end(isMarked: boolean): void {
    const { frame } = this;
    if (!frame) throw new Damage('damaged');
    for (const { seen, missing } of frame.components)
      if (!seen || (!isMarked && frame.progressive && missing.some((bits) => bits !== 0)))
        throw new Damage('cut');
  }

  private word(at: number, { end }: JpegSegment): number {
    return at + 2 <= end ? this.bytes[at]! * 256 + this.bytes[at + 1]! : damaged();
  }

  private readTables({ content, end }: JpegSegment): void {
    for (let at = content; at < end; ) {
      if (at + 17 > end) damaged();
      const kind = this.bytes[at]!;
      const counts = this.bytes.subarray(at + 1, at + 17);
      const size = counts.reduce((sum, count) => sum + count, 0);
      at += 17;
      if (at + size > end || (kind & 15) > 3 || kind >> 4 > 1) damaged();
      const table = HuffmanTable.read(counts, this.bytes.subarray(at, at + size)) ?? damaged();
      (kind >> 4 === 0 ? this.tables.dc : this.tables.ac)[kind & 15] = table;
      at += size;
    }
  }

  private readQuantization({ content, end }: JpegSegment): void {
    for (let at = content; at < end; ) {
      const wide = this.bytes[at]! >> 4 !== 0;
      const size = wide ? 2 * BLOCK : BLOCK;
      if (at + 1 + size > end) damaged();
      this.quantization[this.bytes[at]! & 15] = wide
        ? this.bytes[at + 1]! * 256 + this.bytes[at + 2]!
        : this.bytes[at + 1]!;
      at += 1 + size;
    }
  }

  private readFrame(segment: JpegSegment): void {
    const { content, end, marker } = segment;
    if (this.frame || content + 6 > end) damaged();
    const height = this.word(content + 1, segment);
    const width = this.word(content + 3, segment);
    const count = this.bytes[content + 5]!;
    if (width < 1 || height < 1 || content + 6 + 3 * count > end) damaged();
    const read = Array.from({ length: count }, (_, i) => {
      const [id, sampling, quantization] = this.bytes.subarray(content + 6 + 3 * i);
      const [horizontal, vertical] = [sampling! >> 4, sampling! & 15];
      if (horizontal < 1 || horizontal > 4 || vertical < 1 || vertical > 4) damaged();
      return { id: id!, horizontal, vertical, quantization: quantization! };
    });
    const widest = Math.max(...read.map(({ horizontal }) => horizontal));
    const tallest = Math.max(...read.map(({ vertical }) => vertical));
    const mcuColumns = Math.ceil(width / (8 * widest));
    const mcuRows = Math.ceil(height / (8 * tallest));
    const progressive = marker === 0xc2;
    this.frame = {
      progressive,
      mcuColumns,
      mcuRows,
      components: read.map((component): Component => {
        const { horizontal, vertical } = component;
        const stored = mcuColumns * horizontal * (mcuRows * vertical);
        return {
          ...component,
          columns: Math.ceil(Math.ceil((width * horizontal) / widest) / 8),
          rows: Math.ceil(Math.ceil((height * vertical) / tallest) / 8),
          storedColumns: mcuColumns * horizontal,
          nonZero: new Uint32Array(progressive ? 2 * stored : 0),
          missing: new Uint8Array(BLOCK).fill(255),
          dc: 0,
          seen: false,
        };
      }),
    };
  }

  /** Reads a scan; where the next segment is looked for. */
  private readScan(segment: JpegSegment): number {
    const { bytes, frame } = this;
    const { content, end } = segment;
    if (!frame || ++this.scans > MOST_SCANS) throw new Damage('damaged');
    const count = bytes[content] ?? 0;
    if (count < 1 || count > 4 || content + 1 + 2 * count + 3 > end) damaged();
    const scans = Array.from({ length: count }, (_, i): Scan => {
      const id = bytes[content + 1 + 2 * i];
      const tables = bytes[content + 2 + 2 * i]!;
      const component = frame.components.find((known) => known.id === id) ?? damaged();
      return { component, dc: this.tables.dc[tables >> 4], ac: this.tables.ac[tables & 15] };
    });
    const [from, to, bits] = bytes.subarray(content + 1 + 2 * count);
    const band = { from: from!, to: to!, high: bits! >> 4, low: bits! & 15 };
    const read = frame.progressive ? this.progressive(scans, band) : this.sequential(scans);
    const left = this.readBlocks(frame, scans, end, read);
    const next = endOfScan(bytes, end);
    if (left.isShort) throw new Damage(next === bytes.length ? 'cut' : 'damaged');
    if (left.left(next) > MOST_LEFT && next < bytes.length) damaged();
    for (const { component } of scans) {
      component.seen ||= !frame.progressive || band.from === 0;
      component.missing.fill(band.low, band.from, band.to + 1);
    }
    return next;
  }

  /** Every block of the scan in its order, restarts between them. */
  private readBlocks(
    frame: Frame,
    scans: readonly Scan[],
    at: number,
    read: (bits: ScanBits, scan: Scan, block: number) => void,
  ): ScanBits {
    const bits = new ScanBits(this.bytes, at);
    const only = scans.length === 1 ? scans[0] : undefined;
    const columns = only ? only.component.columns : frame.mcuColumns;
    const rows = only ? only.component.rows : frame.mcuRows;
    const units = columns * rows;
    this.restarted(scans);
    let restarts = 0;
    for (let unit = 0, column = 0, row = 0; unit < units; unit++) {
      if (this.interval > 0 && unit > 0 && unit % this.interval === 0) {
        if (bits.isShort || !bits.restart(restarts++ & 7)) this.shortAt(bits, at);
        this.restarted(scans);
      }
      if (only) read(bits, only, row * only.component.storedColumns + column);
      else
        for (const scan of scans) {
          const { horizontal, vertical, storedColumns } = scan.component;
          for (let y = 0; y < vertical; y++)
            for (let x = 0; x < horizontal; x++)
              read(bits, scan, (row * vertical + y) * storedColumns + column * horizontal + x);
        }
      if (++column === columns) {
        column = 0;
        row++;
        if (bits.isShort) this.shortAt(bits, at);
      }
    }
    return bits;
  }

  private shortAt(bits: ScanBits, at: number): never {
    const isLast = endOfScan(this.bytes, at) === this.bytes.length;
    throw new Damage(bits.isShort && isLast ? 'cut' : 'damaged');
  }

  private restarted(scans: readonly Scan[]): void {
    this.endOfBands = 0;
    for (const { component } of scans) component.dc = 0;
  }

  private nextDc(bits: ScanBits, { component, dc }: Scan, shift: number): void {
    const category = bits.symbol(dc!);
    if (category > LARGEST_DC_CATEGORY || category === NO_SYMBOL) this.wrong(bits);
    if (category === 0) return;
    const value = bits.receive(category);
    component.dc += value < 1 << (category - 1) ? value - (1 << category) + 1 : value;
    const step = (this.quantization[component.quantization] ?? damaged()) << shift;
    if (Math.abs(component.dc) * step > LARGEST_DC + step) this.wrong(bits);
  }

  /** A wrong code behind the data's end is of what was made up there. */
  private wrong(bits: ScanBits): never {
    throw new Damage(bits.isShort ? 'cut' : 'damaged');
  }

  private sequential(scans: readonly Scan[]) {
    for (const { dc, ac } of scans) if (!dc || !ac) damaged();
    return (bits: ScanBits, scan: Scan): void => {
      this.nextDc(bits, scan, 0);
      const ac = scan.ac!;
      for (let k = 1; k < BLOCK; ) {
        const symbol = bits.symbol(ac);
        const size = symbol & 15;
        if (size === 0) {
          if (symbol === 0) return;
          if (symbol !== 0xf0) this.wrong(bits);
          k += 16;
        } else {
          if (symbol === NO_SYMBOL) this.wrong(bits);
          k += (symbol >> 4) + 1;
          bits.skip(size);
        }
        if (k > BLOCK) this.wrong(bits);
      }
    };
  }

  private progressive(scans: readonly Scan[], band: Band) {
    const { from, to, high, low } = band;
    if (from > to || to >= BLOCK || low > 13 || (high !== 0 && high !== low + 1)) damaged();
    if (from === 0) {
      if (to !== 0) damaged();
      if (high === 0) {
        for (const { dc } of scans) if (!dc) damaged();
        return (bits: ScanBits, scan: Scan): void => this.nextDc(bits, scan, low);
      }
      return (bits: ScanBits): void => bits.skip(1);
    }
    if (scans.length !== 1 || !scans[0]!.ac) damaged();
    return high === 0
      ? (bits: ScanBits, scan: Scan, block: number): void => this.firstOfBand(bits, scan, block, band)
      : (bits: ScanBits, scan: Scan, block: number): void => this.nextOfBand(bits, scan, block, band);
  }

  private firstOfBand(bits: ScanBits, { component, ac }: Scan, block: number, { from, to }: Band): void {
    if (this.endOfBands > 0) {
      this.endOfBands--;
      return;
    }
    const { nonZero } = component;
    for (let k = from; k <= to; k++) {
      const symbol = bits.symbol(ac!);
      if (symbol === NO_SYMBOL) this.wrong(bits);
      const run = symbol >> 4;
      const size = symbol & 15;
      if (size === 0) {
        if (run < 15) {
          this.endOfBands = (1 << run) - 1 + bits.receive(run);
          return;
        }
        k += 15;
        continue;
      }
      k += run;
      if (k > to) this.wrong(bits);
      bits.skip(size);
      nonZero[2 * block + (k >> 5)]! |= 1 << (k & 31);
    }
  }

  /** A bit for each coefficient that is not zero, and new ones of one unit (T.81, G.1.2.3). */
  private nextOfBand(bits: ScanBits, { component, ac }: Scan, block: number, { from, to }: Band): void {
    const { nonZero } = component;
    const isSet = (k: number): boolean => (nonZero[2 * block + (k >> 5)]! & (1 << (k & 31))) !== 0;
    let k = from;
    if (this.endOfBands === 0)
      for (; k <= to; k++) {
        const symbol = bits.symbol(ac!);
        if (symbol === NO_SYMBOL) this.wrong(bits);
        let run = symbol >> 4;
        const size = symbol & 15;
        if (size === 0 && run < 15) {
          this.endOfBands = (1 << run) + bits.receive(run);
          break;
        }
        if (size > 1) this.wrong(bits);
        if (size === 1) bits.skip(1);
        for (; k <= to; k++)
          if (isSet(k)) bits.skip(1);
          else if (--run < 0) break;
        if (size === 0) continue;
        if (k > to) this.wrong(bits);
        nonZero[2 * block + (k >> 5)]! |= 1 << (k & 31);
      }
    if (this.endOfBands === 0) return;
    for (; k <= to; k++) if (isSet(k)) bits.skip(1);
    this.endOfBands--;
  }
}
