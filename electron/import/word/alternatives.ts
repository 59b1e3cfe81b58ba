/** Content that a document gives in several ways, of which one is read. */
import { says } from './reading-state.ts';
import { childOf, childrenOf, type XmlElement } from './xml-tree.ts';

/** Choices of newer Word that are read here; of others the fallback is taken. */
const KNOWN_CHOICES = /^(?:wps|wpg|wpc|w14|w15|w16\w*|wp14|a14|c14|wpi|aink|v|o|m|cx\d*|dgm)$/;

/** The first choice that is understood and says something, else the fallback; nothing where there is neither. */
export const chosenOf = (element: XmlElement): XmlElement => {
  const known = childrenOf(element, 'mc:Choice').find(
    (choice) =>
      (choice.attributes.Requires ?? '').split(/\s+/).every((space) => KNOWN_CHOICES.test(space)) &&
      says(choice),
  );
  return (
    known ?? childOf(element, 'mc:Fallback') ?? childOf(element, 'mc:Choice') ?? { ...element, children: [] }
  );
};
