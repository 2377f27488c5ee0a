import {
  annotationSchema,
  cardIdSchema,
  linkAnnotationSchema,
  linkIdSchema,
  type Annotation,
  type CardId,
  type LinkAnnotation,
  type LinkId,
} from "../terms/index.ts";
import type { StateDoc } from "./doc.ts";
import { parseOnce } from "./parseOnce.ts";
import { readEntries } from "./stateEntries.ts";

/** What the server says of cards and links. */
export interface Annotations {
  readonly cards: ReadonlyMap<CardId, Annotation>;
  readonly links: ReadonlyMap<LinkId, LinkAnnotation>;
}

/** The maps of `workshop` that hold them. */
export const ANNOTATION_MAPS: readonly [cards: "annotations", links: "linkAnnotations"] = [
  "annotations",
  "linkAnnotations",
];
const [CARDS, LINKS] = ANNOTATION_MAPS;

/** Reads all of them from `workshop`; what is wrong is passed over. A large board has thousands: who shows one card reads its own. */
export const readAnnotations = (doc: StateDoc): Annotations => ({
  cards: readEntries(doc, CARDS, cardIdSchema, annotationSchema),
  links: readEntries(doc, LINKS, linkIdSchema, linkAnnotationSchema),
});

/** What is said of one card, read when it is asked for. */
export class UnreadAnnotation {
  readonly #raw: object;
  constructor(raw: object) {
    this.#raw = raw;
  }
  /** Undefined where it can't be read. */
  get annotation(): Annotation | undefined {
    return parseOnce(annotationSchema, this.#raw);
  }
}
const unread = new WeakMap<object, UnreadAnnotation>();

/** What is said of each card, for who asks later what it was: reading thousands takes long. The same object until it changes. */
export function unreadAnnotations(doc: StateDoc): ReadonlyMap<CardId, UnreadAnnotation> {
  const said = new Map<CardId, UnreadAnnotation>();
  for (const [key, raw] of doc.getMap(CARDS).entries()) {
    const card = cardIdSchema.safeParse(key);
    if (!card.success || typeof raw !== "object" || raw === null) continue;
    const known = unread.get(raw) ?? new UnreadAnnotation(raw);
    unread.set(raw, known);
    said.set(card.data, known);
  }
  return said;
}

/** Of one card; the same object until it changes. Undefined where nothing is said of it, or what is said can't be read. */
export const readAnnotation = (doc: StateDoc, card: CardId): Annotation | undefined =>
  parseOnce(annotationSchema, doc.getMap(CARDS).get(card));

/** The same of one link. */
export const readLinkAnnotation = (doc: StateDoc, link: LinkId): LinkAnnotation | undefined =>
  parseOnce(linkAnnotationSchema, doc.getMap(LINKS).get(link));
