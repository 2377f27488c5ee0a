import { AppError } from "@palabre/shared/errors";
import { z } from "zod";
import { askJson, noCredentials, settingOf, type Asked } from "./api.ts";
import type { Place, World } from "./kind.ts";

/** Asking the network: without a secret its public view, with an app password the server of the account, which passes questions on. */

const PUBLIC = "https://public.api.bsky.app";
const ACCOUNTS = "https://bsky.social";
/** A session is good for longer; a new one is opened before it may end. 300 a day may be opened. */
const SESSION_MS = 60 * 60_000;
const SESSION = "session";
const sessionSchema = z.object({ accessJwt: z.string() });

export async function askNetwork<T>(
  place: Place,
  method: string,
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
  schema: z.ZodType<T>,
  world: World,
  answers?: readonly number[],
): Promise<Asked<T>> {
  const server = settingOf(place, "server") || (world.secret === undefined ? PUBLIC : ACCOUNTS);
  const url = new URL(`${server}/xrpc/${method}`);
  for (const [name, value] of Object.entries(query)) {
    for (const one of typeof value === "string" ? [value] : (value ?? [])) url.searchParams.append(name, one);
  }
  if (world.secret === undefined) return askJson(world, url, schema, { answers });
  const isKept = world.memory?.has(SESSION) === true;
  const ask = async () =>
    askJson(world, url, schema, {
      headers: { authorization: `Bearer ${await sessionOf(place, server, world)}` },
      answers,
    });
  try {
    return await ask();
  } catch (error) {
    // a session that was kept may have been ended; a new one can't be helped
    if (!isKept || !(error instanceof AppError) || !["source-credentials", "source-status"].includes(error.code))
      throw error;
    if (error.code === "source-status" && error.details["status"] !== 400) throw error;
    world.memory?.delete(SESSION);
    return ask();
  }
}

async function sessionOf(place: Place, server: string, world: World): Promise<string> {
  const kept = z
    .object({ jwt: z.string(), until: z.number() })
    .safeParse(JSON.parse(world.memory?.get(SESSION) ?? "null"));
  if (kept.success && kept.data.until > world.now) return kept.data.jwt;
  const json = { identifier: settingOf(place, "account"), password: world.secret };
  const { body } = await askJson(world, `${server}/xrpc/com.atproto.server.createSession`, sessionSchema, {
    json,
  }).catch((error: unknown) => {
    // a handle that is none is a bad request here
    if (error instanceof AppError && error.details["status"] === 400) throw noCredentials({ status: 400 });
    throw error;
  });
  world.memory?.set(SESSION, JSON.stringify({ jwt: body.accessJwt, until: world.now + SESSION_MS }));
  return body.accessJwt;
}

const identitySchema = z.object({ did: z.string() });

/** The DID of an account, which its handle stands for today. */
export async function didOf(place: Place, world: World): Promise<string> {
  const query = settingOf(place, "query");
  if (query.startsWith("did:")) return query;
  const asked = { handle: query };
  return (await askNetwork(place, "com.atproto.identity.resolveHandle", asked, identitySchema, world)).body.did;
}
