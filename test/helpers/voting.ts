import { applyEdits, readBallots, type StateDoc } from "@palabre/shared/documents";
import type { BallotOpened, OpenBallot, OwnPaper, PaperGiven } from "@palabre/shared/protocol";
import {
  newCardId,
  newLinkId,
  type Ballot,
  type BallotId,
  type CardId,
  type CardKind,
  type LinkId,
  type Paper,
  type Tally,
} from "@palabre/shared/terms";
import {
  ask,
  connect,
  openBoard,
  saved,
  synced,
  type Joined,
  type OpenedBoard,
  type Peer,
  type Reply,
} from "./client.ts";
import type { ServerAddress } from "./startServer.ts";
import { until } from "./until.ts";

type Refusal = { readonly code?: string; readonly details?: Readonly<Record<string, string | number>> };

/** A board on which a facilitator, Awa, has written cards, and those who vote on them. */
export interface TestVote {
  readonly board: OpenedBoard;
  readonly awa: Joined;
  /** Awa's copy of the board */
  readonly peer: Peer;
  readonly cards: readonly CardId[];
  readonly links: readonly LinkId[];
  people(count: number): Promise<readonly Joined[]>;
  /** As Awa, unless another session is said. */
  ask<T = Refusal>(method: string, path: string, body?: unknown, session?: string): Promise<Reply<T & Refusal>>;
  /** Opens a ballot on all the cards, or links. @returns its id */
  open(asked: Omit<OpenBallot, "scope"> & Partial<Pick<OpenBallot, "scope">>): Promise<BallotId>;
  give(person: Joined, ballot: BallotId, paper: Paper): Promise<Reply<PaperGiven & Refusal>>;
  own(person: Joined, ballot: BallotId): Promise<Reply<OwnPaper & Refusal>>;
  command(ballot: BallotId, name: "close" | "publish" | "reopen", session?: string): Promise<Reply<Refusal>>;
  /** What all see of it. */
  seen(ballot: BallotId): Ballot | undefined;
  /** Publishes it, and waits until everybody sees the tally. */
  tally(ballot: BallotId): Promise<Tally>;
  /** Awa closes her page. */
  leave(): void;
}

/**
 * @param titles of the cards
 * @param links from a card to another one, by their places
 */
export async function openVote(
  server: ServerAddress,
  titles: readonly string[],
  { kind = "expectation", links = [] }: { kind?: CardKind; links?: readonly (readonly [number, number])[] } = {},
): Promise<TestVote> {
  const board = await openBoard(server);
  const awa = await board.join("facilitator", "Awa");
  const peer = connect(server, board.id, awa.session, "board");
  const workshop = connect(server, board.id, awa.session, "workshop");
  await Promise.all([synced(peer), synced(workshop)]);
  const by = awa.person;
  const cards = titles.map(() => newCardId());
  const drawn = links.map(() => newLinkId());
  applyEdits(peer.doc, [
    ...titles.map((text, index) => ({
      type: "addCard" as const,
      id: cards[index] ?? newCardId(),
      kind,
      position: [index * 300, 0] as const,
      text,
      by,
      at: index + 1,
    })),
    ...links.map(([from, to], index) => ({
      type: "addLink" as const,
      id: drawn[index] ?? newLinkId(),
      from: cards[from] ?? newCardId(),
      to: cards[to] ?? newCardId(),
      by,
      at: 100 + index,
    })),
  ]);
  await saved(peer, 1);
  const asking: TestVote["ask"] = (method, path, body, session = awa.session) =>
    ask(server, method, `/api/boards/${board.id}/${path}`, { session, ...(body === undefined ? {} : { body }) });
  const seen = (ballot: BallotId) => readBallots(workshop.doc as StateDoc).get(ballot);
  return {
    board,
    awa,
    peer,
    cards,
    links: drawn,
    ask: asking,
    seen,
    people: (count) =>
      Promise.all(Array.from({ length: count }, (_, index) => board.join("participant", `Person ${index + 1}`))),
    open: async (asked) => {
      const scope = asked.method === "links" ? { links: "all" } : { kind };
      const { body, status } = await asking<Partial<BallotOpened>>("POST", "ballots", { scope, ...asked });
      if (body.id === undefined) throw new Error(`not opened: ${status} ${JSON.stringify(body)}`);
      const { id } = body;
      await until(() => seen(id), "the ballot in the workshop");
      return id;
    },
    give: ({ session }, ballot, paper) => asking("PUT", `ballots/${ballot}/paper`, paper, session),
    own: ({ session }, ballot) => asking("GET", `ballots/${ballot}/paper`, undefined, session),
    command: (ballot, name, session) => asking("POST", `ballots/${ballot}/${name}`, undefined, session),
    tally: async (ballot) => {
      const { status, body } = await asking("POST", `ballots/${ballot}/publish`);
      if (status !== 204) throw new Error(`not published: ${status} ${JSON.stringify(body)}`);
      return until(() => seen(ballot)?.tally, "the tally");
    },
    leave: () => {
      for (const { provider } of [peer, workshop]) provider.destroy();
    },
  };
}
