import { readPost, teach, type PostContext, type Taught } from "@palabre/shared/listening/classify";
import { detectLanguage, learnPrior, type LanguagePrior } from "@palabre/shared/listening/language";
import { createCopyFinder, type CopyFinder } from "@palabre/shared/listening/texts";
import {
  isExpectation,
  type BoardId,
  type Heard,
  type HeardKind,
  type Post,
  type SourceId,
} from "@palabre/shared/terms";
import type { LabelledPost, PostReading } from "../stores/index.ts";
import type { ReadAnswer, ReadRequest } from "./readMessages.ts";

/** Posts of a board that later ones are compared with: reposts come within days. */
const COMPARED_WITH = 20_000;
/** Boards known at once; each takes some megabytes. */
const BOARDS = 8;
/** Texts of a source from which is learnt how often each language is written there, and when that is learnt anew. */
const PRIOR_AT: ReadonlySet<number> = new Set([20, 60, 200]);
const PRIOR_TEXTS = 200;
/** Characters that tell the language of a text as well as all of it. */
const TOLD_BY = 160;

interface KnownBoard {
  readonly copies: CopyFinder;
  taught: Taught | undefined;
  labels: ReadonlyMap<string, boolean>;
}
interface KnownSource {
  readonly texts: string[];
  prior?: LanguagePrior;
}

/** Reads posts, as the reading thread does: it knows of each board what it needs besides the post. */
export class PostReader {
  readonly #boards = new Map<BoardId, KnownBoard>();
  readonly #sources = new Map<SourceId, KnownSource>();

  answerTo(request: ReadRequest): ReadAnswer {
    if (request.type === "open") this.#open(request.board, request.labels, request.recent);
    const known = this.#boards.get(request.board);
    if (!known) return { isKnown: false, readings: [] };
    // the one used last stands last
    this.#boards.delete(request.board);
    this.#boards.set(request.board, known);
    if (request.type === "teach") learn(known, request.labels);
    if (request.type !== "read") return { isKnown: true, readings: [] };
    // what was written first is what others repeat
    const posts = request.posts.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const readings = posts.map((post): PostReading => {
      const heard = this.#read(post, known);
      const copyOf = request.isAgain ? undefined : known.copies.add(post.id, post.text);
      return { id: post.id, heard, ...(copyOf === undefined || copyOf === post.id ? {} : { copyOf }) };
    });
    return { isKnown: true, readings };
  }

  #open(board: BoardId, labels: readonly LabelledPost[], recent: readonly Post[]): void {
    const known: KnownBoard = { copies: createCopyFinder(COMPARED_WITH), taught: undefined, labels: new Map() };
    learn(known, labels);
    for (const { id, text } of recent) known.copies.add(id, text);
    this.#boards.set(board, known);
    const [oldest] = this.#boards.keys();
    if (this.#boards.size > BOARDS && oldest !== undefined) this.#boards.delete(oldest);
  }

  #read(post: Post, { taught, labels }: KnownBoard): Heard {
    const language = this.#languageOf(post);
    const { expectation, feeling } = readPost(post.text, language, contextOf(post), taught);
    const said = labels.get(post.id);
    return {
      kind:
        said === undefined || said === isExpectation(expectation.kind) ? expectation.kind : kindAs(said, expectation),
      isSure: said !== undefined || expectation.isExpectation !== "unsure",
      chance: said === undefined ? Math.round(expectation.probability * 1_000) / 1_000 : Number(said),
      feeling: feeling.leansTo,
      language,
      evidence: expectation.because.map(({ start, end, rule }) => ({ from: start, to: end, rule })),
    };
  }

  /** As the source says, else as read, with what is usual in the source. */
  #languageOf({ source, language, text }: Post): string {
    const said = /^[a-z]{2,3}\b/.exec(language.toLowerCase())?.[0];
    if (said !== undefined) return said;
    const known = this.#sources.get(source) ?? { texts: [] };
    this.#sources.set(source, known);
    if (known.texts.length < PRIOR_TEXTS) {
      known.texts.push(text);
      if (PRIOR_AT.has(known.texts.length)) known.prior = learnPrior(known.texts);
    }
    return detectLanguage(text.slice(0, TOLD_BY), known.prior).language ?? "";
  }
}

function learn(known: KnownBoard, labels: readonly LabelledPost[]): void {
  known.labels = new Map(labels.map(({ post, isExpectation: said }) => [post.id, said]));
  known.taught = teach(
    labels.map(({ post, isExpectation: said }) => ({
      text: post.text,
      language: post.heard?.language ?? post.language,
      context: contextOf(post),
      isExpectation: said,
    })),
  );
}

const contextOf = ({ kind, stars }: Post): PostContext => ({
  ...(kind === undefined ? {} : { kind }),
  ...(stars === undefined ? {} : { stars }),
});

/** What a post is of which somebody has said the opposite of what was read. */
const kindAs = (isExpected: boolean, { asks, reports }: { asks: boolean; reports: boolean }): HeardKind =>
  !isExpected ? "other" : reports && !asks ? "problem" : "request";
