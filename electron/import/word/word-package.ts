/**
 * The parts of a Word document's container (OPC, ECMA-376 part 2), found as it says itself: the main part by the
 * package's relationships, every other by its part's. Names are compared without case, with either slash, decoded.
 * Nothing is inflated before it is asked for, nor beyond the size that the directory states; a part that is broken
 * or missing is missing, and never refuses the others.
 */

import { InputError } from '../../base/input-error.ts';
import { type ListedEntry, listZip, readEntry } from '../../files/zip-reader.ts';
import { PICTURE_LIMITS } from '../../pictures/describe-picture.ts';
import { childrenOf, readXml, type XmlElement, XmlFault } from './xml-tree.ts';

/** Inflated bytes. 24 MB of XML are some 400,000 characters, a year of a weekly's copy. */
const LIMITS = { entries: 5_000, xml: 24_000_000, allXml: 48_000_000, pictures: 400_000_000 };

export interface Relationship {
  /** The last word of its type: styles, image, footnotes. */
  readonly type: string;
  /** A part's name, or the address where it is external. */
  readonly target: string;
  readonly external: boolean;
}

const MAIN_PART =
  /wordprocessingml\.(?:document|template)\.main\+xml$|ms-word\.(?:document|template)\.macroenabledtemplate\.main\+xml$|ms-word\.document\.macroenabled\.main\+xml$/i;

export class WordPackage {
  readonly name: string;
  private readonly bytes: Uint8Array;
  private readonly entries = new Map<string, ListedEntry>();
  private readonly relationships = new Map<string, ReadonlyMap<string, Relationship>>();
  private xmlRead = 0;
  private picturesRead = 0;
  /** Parts that were there and could not be read. */
  readonly broken = new Set<string>();

  /** Throws InputError where the archive cannot be read. */
  constructor(bytes: Uint8Array, name: string) {
    this.bytes = bytes;
    this.name = name;
    const listed = listZip(bytes);
    if (listed === null) throw this.refusal('已损坏，打不开；请在 Word 或 WPS 里打开后另存一份再拖入。');
    if (listed.length > LIMITS.entries) throw this.tooLarge();
    for (const entry of listed) {
      const part = partName(decodeName(entry.name));
      if (!this.entries.has(part)) this.entries.set(part, entry);
    }
  }

  refusal(why: string): InputError {
    return new InputError(`“${this.name}”${why}`);
  }

  tooLarge(): InputError {
    return this.refusal('解压后过大，不是正常的 Word 文档，没有导入；请把内容复制到新文档里再试。');
  }

  /** The tree of a part; null where it is not there or cannot be read. Throws InputError where it is hostile. */
  xml(part: string): XmlElement | null {
    const entry = this.entries.get(part);
    if (!entry) return null;
    this.xmlRead += entry.originalSize;
    if (!(entry.originalSize <= LIMITS.xml && this.xmlRead <= LIMITS.allXml)) throw this.tooLarge();
    const bytes = readEntry(this.bytes, entry);
    try {
      if (bytes) {
        const { root, damaged } = readXml(bytes);
        if (damaged) this.broken.add(part);
        return root;
      }
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
      if (error.kind === 'too-large') throw this.tooLarge();
      if (error.kind === 'unsafe')
        throw this.refusal('里有不安全的定义，不是 Word 保存的文档，没有导入；请另存一份再拖入。');
    }
    this.broken.add(part);
    return null;
  }

  /** The bytes of a picture; null where it is not there, broken or too large. */
  picture(part: string): Uint8Array | null {
    const entry = this.entries.get(part);
    if (!entry || entry.originalSize > PICTURE_LIMITS.bytes) return null;
    if (this.picturesRead + entry.originalSize > LIMITS.pictures) return null;
    this.picturesRead += entry.originalSize;
    return readEntry(this.bytes, entry);
  }

  /** The relationships of a part by their ids; '' for the package's own. */
  relationshipsOf(part: string): ReadonlyMap<string, Relationship> {
    const known = this.relationships.get(part);
    if (known) return known;
    const slash = part.lastIndexOf('/') + 1;
    const folder = part.slice(0, slash);
    const found = new Map<string, Relationship>();
    const tree = this.xml(`${folder}_rels/${part.slice(slash)}.rels`);
    for (const { attributes } of childrenOf(tree ?? undefined, 'rel:Relationship')) {
      const { Id = '', Type = '', Target = '', TargetMode = '' } = attributes;
      const external = TargetMode.toLowerCase() === 'external';
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      const target = external ? Target : partName(Target.startsWith('/') ? Target : folder + Target);
      if (!found.has(Id)) found.set(Id, { type, target, external });
    }
    this.relationships.set(part, found);
    return found;
  }

  /** The first part that another relates to by a type; null where there is none. */
  relatedPart(part: string, type: string): string | null {
    for (const relationship of this.relationshipsOf(part).values())
      if (relationship.type === type && !relationship.external) return relationship.target;
    return null;
  }

  /** Its tree. */
  related(part: string, type: string): XmlElement | null {
    const found = this.relatedPart(part, type);
    return found === null ? null : this.xml(found);
  }

  /** The main part's name: by the package's relationships, else by its content type, else by the usual name. */
  mainPart(): string {
    for (const { type, target, external } of this.relationshipsOf('').values())
      if (type === 'officeDocument' && !external && this.entries.has(target)) return target;
    const types = this.xml('[content_types].xml');
    for (const { attributes } of childrenOf(types ?? undefined, 'ct:Override')) {
      const part = partName(attributes.PartName ?? '');
      if (MAIN_PART.test(attributes.ContentType ?? '') && this.entries.has(part)) return part;
    }
    const usual = [...this.entries.keys()].find((part) => /^(?:word\/)?document\d*\.xml$/.test(part));
    if (usual !== undefined) return usual;
    throw this.refusal('不是 Word 文档（里面没有正文），请另存为 .docx 或文本再拖入。');
  }
}

/** Names in a zip are UTF-8 or what the machine that packed it used; the zip reader gives them byte by byte. */
const decodeName = (name: string): string => {
  if (!/[\u0080-\u00ff]/.test(name)) return name;
  const bytes = Buffer.from(name, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

/** A part's name as it is compared: decoded, in lower case, without . and .. */
const partName = (name: string): string => {
  let decoded = name;
  try {
    decoded = decodeURIComponent(name);
  } catch {
    // A name with a bare % is meant as it stands.
  }
  const steps: string[] = [];
  for (const step of decoded.replaceAll('\\', '/').toLowerCase().split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
};
