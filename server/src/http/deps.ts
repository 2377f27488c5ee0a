import type { Links, Sessions, Slides } from "../access/index.ts";
import type { Ballots } from "../ballots/index.ts";
import type { History } from "../history/index.ts";
import type {
  Agendas,
  Boards,
  Conductor,
  Decisions,
  Drafts,
  Lobby,
  Rulebook,
  Together,
} from "../facilitation/index.ts";
import type { Files } from "../files/index.ts";
import type { Hearing } from "../hearing/index.ts";
import type { Listening } from "../listening/index.ts";
import type { Log } from "../log.ts";
import type { Pocket } from "../pocket/index.ts";
import type { Rooms } from "../rooms/index.ts";
import type { Forwarding } from "../servers/index.ts";
import type { BoardStore } from "../stores/index.ts";
import type { PublicAddress } from "./addresses.ts";
import type { Guesses } from "./guesses.ts";
import type { Rate } from "./rates.ts";
import type { Turns } from "./turns.ts";

/** What the routes of boards, links and sessions work with. */
export interface RouteDeps {
  readonly address: PublicAddress;
  readonly store: BoardStore;
  readonly links: Links;
  readonly sessions: Sessions;
  readonly slides: Slides;
  readonly boards: Boards;
  readonly lobby: Lobby;
  readonly conductor: Conductor;
  readonly rulebook: Rulebook;
  readonly agendas: Agendas;
  readonly decisions: Decisions;
  readonly together: Together;
  readonly drafts: Drafts;
  readonly files: Files;
  readonly pocket: Pocket;
  readonly ballots: Ballots;
  readonly rooms: Rooms;
  /** to the other servers; undefined: there are none */
  readonly forwarding: Pick<Forwarding, "withBody"> | undefined;
  readonly log: Log;
  readonly now: () => number;
  readonly listening: Listening;
  readonly hearing: Hearing;
  readonly history: History;
  /** by board: joining and rotating read what they then write */
  readonly turns: Turns;
  readonly guesses: Guesses;
  readonly rates: { readonly boards: Rate; readonly sessions: Rate; readonly failures: Rate };
}
