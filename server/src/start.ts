import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { MAX_FRAME_BYTES } from "@palabre/shared/protocol";
import { createApp } from "./app.ts";
import { createLinks, createSessions, createSlides, createVault, openServerKey } from "./access/index.ts";
import { openBallots } from "./ballots/index.ts";
import { createAnnotator, openForgetting } from "./annotator/index.ts";
import type { Config } from "./config.ts";
import {
  createBoards,
  createConductor,
  createLobby,
  createRulebook,
  createTogether,
  openAgendas,
  openDecisions,
  openDrafts,
  openVoiceCounter,
} from "./facilitation/index.ts";
import { moveFiles, openFiles } from "./files/index.ts";
import {
  BODY_PACE,
  createGuesses,
  createRate,
  createTurns,
  createUpgrades,
  keepingPace,
  readPages,
  senderAtHead,
  type BodyPace,
  type Operator,
} from "./http/index.ts";
import { createEmbeddings, createHearing, type EmbeddingsConfig } from "./hearing/index.ts";
import { openHistory, type HistoryLimits } from "./history/index.ts";
import { createGuardedFetch, createGuardedSocket, createListening } from "./listening/index.ts";
import { createLog, type Log } from "./log.ts";
import { createFigures, openWatch, type Watch } from "./operations/index.ts";
import { createPocket } from "./pocket/index.ts";
import { createForwarding, joinOthers, type Membership } from "./servers/index.ts";

export type { Config } from "./config.ts";
export { createLog } from "./log.ts";
import { listen } from "./listen.ts";
import { createRooms, type RoomLimits, type Rooms } from "./rooms/index.ts";
import {
  holdFolder,
  openBoardStore,
  openPostStore,
  openSharedFiles,
  type BoardStore,
  type PostStore,
} from "./stores/index.ts";

export interface StartedServer {
  /** where it answers, on this machine, BASE_PATH included */
  readonly url: string;
  readonly port: number;
  /** what is mounted, for whoever compares it with what is described */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  /**
   * Before a stop: new connections are refused and /healthz answers 503, while those that are open are told to come back later, one after
   * the other over `drainMs`. Resolves when the last one is gone; requests are answered until `close`.
   */
  drain(): Promise<void>;
  /** Resolves once other servers keep the boards of this one, since they did not hear of it: it is to be closed and started anew. */
  readonly givenUp: Promise<void>;
  /** Stops listening, lets what was received reach the disk, ends the connections. May be called twice. */
  close(): Promise<void>;
}

/** The outer world, for whoever replaces a part of it. */
export interface Surroundings {
  readonly now?: () => number;
  readonly log?: Log;
  /** stands between the rooms and the disk */
  readonly wrapStore?: (store: BoardStore) => BoardStore;
  readonly rooms?: Partial<RoomLimits>;
  /** waits between two connections that are ended before a stop */
  readonly pause?: (ms: number) => Promise<void>;
  readonly history?: Partial<HistoryLimits>;
  /** chance, and how often what waits is counted */
  readonly drafts?: { readonly random?: () => number; readonly countEveryMs?: number };
  /** how often facilitators are told how many have voted */
  readonly ballots?: { readonly tellEveryMs: number };
  /** how often contributions are counted */
  readonly voices?: { readonly everyMs: number };
  /** how long after posts went the last traces of them go, and from one time to the next */
  readonly forgetting?: { readonly pace: { readonly first: number; readonly again: number } };
  /** how fast the body of a request has to come */
  readonly bodyPace?: BodyPace;
  /** the folder of the built client */
  readonly client?: string;
}

/** time to send a request's head, and all of it: a file of posts takes a while on a slow line, at whatever pace (`BODY_PACE`) */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 300_000;
const DAY_MS = 86_400_000;
const MAX_HEADER_BYTES = 16 * 1024;

/** Builds the whole server from its configuration and listens. @throws AppError when it can't */
export async function startServer(config: Config, surroundings: Surroundings = {}): Promise<StartedServer> {
  const { now = Date.now, wrapStore = (store) => store } = surroundings;
  const address = { publicUrl: config.publicUrl, basePath: config.basePath };
  const opened: { close(): Promise<void> }[] = [];
  const plainLog = surroundings.log ?? createLog(config.logLevel);
  const watch = config.operatorKey === undefined ? undefined : openWatch({ log: plainLog, now });
  if (watch) opened.unshift({ close: async () => watch.close() });
  const log = watch?.log ?? plainLog;
  try {
    if (config.dataDir !== undefined && config.databaseUrl === undefined)
      opened.unshift(await holdFolder(config.dataDir));
    const membership = await joinAsConfigured(config, log);
    if (membership) opened.unshift(membership);
    if (membership === undefined) await bringFilesBack(config);
    const store = wrapStore(await openBoardStore(config.dataDir, config.databaseUrl, membership?.server));
    opened.unshift(store);
    const posts = await openPostStore(config.dataDir, config.databaseUrl, membership?.server);
    opened.unshift(posts);
    const key = await openServerKey(config, {
      shared: membership?.store,
      boards: store,
      onLost: () =>
        log.error(
          {},
          "the key was not there, so that no link opens its board any more: stop, put it back, start again",
        ),
    });
    const links = createLinks(key);
    const sessions = createSessions({ store, links, now });
    const limits = { ...roomLimitsOf(config), ...surroundings.rooms };
    const rooms = createRooms({ store, log, now, limits, watch: watch?.rooms, pause: surroundings.pause });
    opened.unshift(rooms);
    const conductor = createConductor(rooms);
    const rulebook = createRulebook({ conductor, rooms, now });
    rooms.onQuarantined((board, document, count) => {
      rulebook.noteDamage(board, document, count).catch((error: unknown) => {
        log.error({ board, error }, "facilitators could not be told of damage");
      });
    });
    const drafts = openDrafts({ rooms, conductor, store, log, now, ...surroundings.drafts });
    opened.unshift({ close: async () => drafts.close() });
    const guardedFetch = createGuardedFetch({ allow: config.fetchAllow });
    const guardedSocket = createGuardedSocket({ allow: config.fetchAllow });
    const listening = createListening({ store: posts, guardedFetch, guardedSocket, vault: createVault(key), log, now });
    opened.unshift(listening);
    const hearing = createHearing({
      store: posts,
      conductor,
      listening,
      fetch: guardedFetch,
      embeddings: config.embeddings && openEmbeddings(config.embeddings),
      serverKey: key,
      log,
      now,
    });
    opened.unshift(hearing);
    hearing.onRead((_board, read, isAgain) => {
      if (!isAgain) listening.noteRead(read);
    });
    const turns = createTurns();
    const ballots = openBallots({
      conductor,
      rooms,
      store,
      serverKey: key,
      turns,
      log,
      now,
      ...surroundings.ballots,
    });
    opened.unshift(ballots);
    opened.unshift(createAnnotator({ conductor, listening, hearing, ballots, store: posts, log, now }));
    const forgetting = openForgetting({ conductor, listening, store: posts, log, now, ...surroundings.forgetting });
    opened.unshift(forgetting);
    const history = openHistory({
      store,
      rooms,
      log,
      now,
      limits: { trashMs: config.boards.trashDays * DAY_MS, ...surroundings.history },
      closeLeftOpen: ballots.closeLeftOpen,
    });
    opened.unshift(history);
    const agendas = openAgendas({
      rooms,
      log,
      now,
      keepVersion: history.keep,
      phaseEnding: drafts.countNow,
      phaseEnded: ballots.endPhase,
    });
    opened.unshift(agendas);
    const decisions = openDecisions({ rooms, conductor, log, now });
    opened.unshift(decisions);
    const boards = createBoards({ store, conductor, now, historyDays: config.boards.historyDays });
    const together = createTogether({ conductor, rooms, store, now });
    opened.unshift(openVoiceCounter({ conductor, rooms, store, log, ...surroundings.voices }));
    const lobby = createLobby({ store, conductor, now });
    opened.unshift(lobby);
    const pocket = createPocket({ rooms, conductor, drafts, store, log, now });
    opened.unshift({ close: async () => pocket.close() });
    membership?.keepers.onTaken(() => {
      listening.lookAgain();
      hearing.lookAgain();
      ballots.lookAgain();
      forgetting.lookAgain();
    });
    const forwarding =
      membership &&
      createForwarding({
        keepers: membership.keepers,
        own: membership.server,
        serverKey: key,
        basePath: config.basePath,
        isLeaving: rooms.isLeaving,
        senderOf: senderAtHead,
        log,
      });
    if (forwarding) opened.unshift({ close: async () => forwarding.close() });
    const sharedFiles =
      membership && config.databaseUrl !== undefined
        ? await openSharedFiles(config.databaseUrl, { server: membership.server })
        : undefined;
    if (sharedFiles) opened.unshift(sharedFiles);
    const { files: filesPerBoard, fileBytes: bytesPerBoard } = config.boards;
    const files = await openFiles(config.dataDir, { filesPerBoard, bytesPerBoard }, sharedFiles);
    const operator = watch && (await createOperator(config, watch, { rooms, posts, now, handedOn: forwarding?.count }));
    const client = surroundings.client ?? fileURLToPath(new URL("../../client/dist", import.meta.url));
    const app = createApp({
      address,
      store,
      links,
      sessions,
      slides: createSlides({ store, key, now }),
      boards,
      lobby,
      conductor,
      rulebook,
      agendas,
      decisions,
      together,
      drafts,
      pocket,
      files,
      forwarding,
      ballots,
      rooms,
      log,
      now,
      listening,
      hearing,
      history,
      pages: await readPages(client, config.basePath),
      turns,
      operator,
      guesses: createGuesses(config.limits.codesPerMinute, now),
      rates: {
        boards: createRate(config.limits.boardsPerMinute, now),
        sessions: createRate(config.limits.sessionsPerMinute, now),
        failures: createRate(config.limits.failuresPerMinute, now),
      },
    });
    const answer = getRequestListener(app.fetch);
    const server = createServer(
      { maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
      keepingPace(forwarding?.requests(answer) ?? answer, surroundings.bodyPace ?? BODY_PACE),
    );
    const upgrades = createUpgrades({ address, sessions, rooms, drafts, log, turns });
    server.on("upgrade", forwarding?.upgrades(upgrades.handle) ?? upgrades.handle);
    await listen(server, config.port, config.host);
    listening.start();
    const bound = server.address();
    const port = typeof bound === "object" && bound !== null ? bound.port : config.port;

    const stop = async () => {
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      // in the reverse order of opening: whoever writes ends before what it writes to
      for (const part of opened) await part.close();
      server.closeAllConnections();
      await stopped;
    };
    let stopping: Promise<void> | undefined;
    return {
      url: `http://localhost:${port}${config.basePath}`,
      port,
      routes: app.routes,
      drain: () => rooms.drain(config.drainMs, forwarding?.led()),
      givenUp: membership?.givenUp ?? new Promise<never>(() => {}),
      close: () => (stopping ??= stop()),
    };
  } catch (error) {
    for (const part of opened) await part.close();
    throw error;
  }
}

/** With Redis, a server is one of several; without, it is alone with its boards. */
const joinAsConfigured = async (
  { databaseUrl, redisUrl, host, port, serverAddress }: Config,
  log: Log,
): Promise<Membership | undefined> =>
  databaseUrl === undefined || redisUrl === undefined
    ? undefined
    : joinOthers({ databaseUrl, redisUrl, host, port, serverAddress, log });

/** A server that is alone has the images of boards in its folder: those that several kept in their database come back there. */
const bringFilesBack = async ({ dataDir, databaseUrl }: Config): Promise<void> =>
  dataDir === undefined || databaseUrl === undefined ? undefined : moveFiles(databaseUrl, dataDir);

/** A burst may be ten seconds' messages, and eight seconds' bytes: a page that was away brings what it has at once. */
function roomLimitsOf({ connections, sending, boards }: Config): Partial<RoomLimits> {
  const { messagesPerSecond, bytesPerSecond, clientIdsPerHour } = sending;
  return {
    connectionsPerPerson: connections.perPerson,
    connectionsPerBoard: connections.perBoard,
    connectionsPerLink: connections.perLink,
    connectionsPerAddress: connections.perAddress,
    connectionsPerProcess: connections.perProcess,
    messages: { perSecond: messagesPerSecond, burst: messagesPerSecond * 10 },
    bytes: { perSecond: bytesPerSecond, burst: Math.max(bytesPerSecond * 8, MAX_FRAME_BYTES) },
    clientIdsPerHour,
    boardBytes: boards.bytes,
    unloadAfterMs: boards.unloadAfterSeconds * 1_000,
  };
}

async function createOperator(
  { operatorKey = "", dataDir }: Config,
  watch: Watch,
  parts: { rooms: Rooms; posts: PostStore; now: () => number; handedOn: (() => number) | undefined },
): Promise<Operator> {
  const figures = await createFigures({ ...parts, watch, dataDir });
  return { key: operatorKey, figures, metrics: async () => watch.expose(await figures()) };
}

/** What the operator names may be reached wherever it is, and it alone; many vectors take long and are large. */
function openEmbeddings(embeddings: EmbeddingsConfig): ReturnType<typeof createEmbeddings> {
  const { hostname, port, protocol } = new URL(embeddings.url);
  const at = Number(port === "" ? (protocol === "https:" ? 443 : 80) : port);
  return createEmbeddings(
    embeddings,
    createGuardedFetch({ allow: [`${hostname}:${at}`], ports: [at], timeoutMs: 60_000, maxBytes: 16 * 1024 * 1024 }),
  );
}
