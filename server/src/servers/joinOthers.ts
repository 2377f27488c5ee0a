import { randomUUID } from "node:crypto";
import { networkInterfaces } from "node:os";
import type { Log } from "../log.ts";
import { joinServers, type ServerStore } from "../stores/index.ts";
import { openKeepers, type Keepers } from "./keepers.ts";
import { openRedisBus } from "./redisBus.ts";

/** This server among those that share its database. */
export interface Membership {
  /** this life of it */
  readonly server: string;
  readonly store: Pick<ServerStore, "sharedKey">;
  readonly keepers: Keepers;
  /** Resolves once the others have given this server up. */
  readonly givenUp: Promise<void>;
  /** Hands all boards to the others, once nothing is written any more. May be called twice. */
  close(): Promise<void>;
}

/** @throws AppError `store-failed`, as `openPostgres` does */
export async function joinOthers(config: {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly host: string | undefined;
  readonly port: number;
  /** in the place of what host and port say */
  readonly serverAddress: string | undefined;
  readonly log: Log;
}): Promise<Membership> {
  const { databaseUrl, redisUrl, host, port, log, serverAddress = `${reachedAt(host)}:${port}` } = config;
  const own = { id: randomUUID(), address: serverAddress };
  const store = await joinServers(databaseUrl, own);
  const bus = openRedisBus(redisUrl, log);
  let giveUp = (): void => {};
  const givenUp = new Promise<void>((resolve) => (giveUp = resolve));
  const keepers = openKeepers({ store, own, bus, onGivenUp: giveUp, log });
  log.info({ address: own.address }, "this server shares its boards with others, which reach it here");
  const close = async () => {
    await keepers.close();
    // where the database is away, the others find out by themselves
    await keepers.leave().catch((error: unknown) => log.warn({ error }, "the boards could not be handed over"));
    await bus.close();
    await store.close();
  };
  let closing: Promise<void> | undefined;
  return { server: own.id, store, keepers, givenUp, close: () => (closing ??= close()) };
}

/** A server that listens everywhere is reached at its address in the network that it is in. */
function reachedAt(host: string | undefined): string {
  if (host !== undefined && !["0.0.0.0", "::", ""].includes(host)) return host.includes(":") ? `[${host}]` : host;
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return addresses.find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? "127.0.0.1";
}
