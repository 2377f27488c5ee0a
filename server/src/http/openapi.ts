import type { ErrorCode } from "@palabre/shared/errors";
import { problemSchema } from "@palabre/shared/protocol";
import { z } from "zod";
import { STATUS_OF } from "./problem.ts";
import type { RouteDescription } from "./routeDescription.ts";
import { PARAMETERS, ROUTES } from "./routes.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const IMAGES = ["image/png", "image/jpeg", "image/gif", "image/webp"] as const;

/** The API in OpenAPI 3.1, made from the table of routes and the schemas that check requests and replies. */
export function describeApi(basePath: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, route] of Object.entries<RouteDescription>(ROUTES)) {
    const path = (paths[toTemplate(route.path)] ??= {});
    path[route.method.toLowerCase()] = describeRoute(name, route);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Palabre",
      version: "1",
      description:
        "Commands and reads of a board. The documents themselves are synchronised at `/sync/{id}/{board|workshop|desk|draft}` in y-websocket's protocol, with the same session.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: basePath === "" ? "/" : basePath }],
    paths,
    components: {
      securitySchemes: {
        cookie: { type: "apiKey", in: "cookie", name: "palabre_device" },
        bearer: { type: "http", scheme: "bearer" },
        basic: { type: "http", scheme: "basic" },
        parameter: { type: "apiKey", in: "query", name: "session" },
      },
      schemas: { Problem: toSchema(problemSchema, "output") },
    },
  };
}

const toTemplate = (path: string) => path.replaceAll(/:(\w+)/g, "{$1}");

/** `input` = what a caller may send, `output` = what it gets: they differ where a schema tidies up. */
function toSchema(schema: z.core.$ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  // a JSON schema is JSON; its own type says less
  return described as Json;
}

function describeRoute(name: string, route: RouteDescription): Json {
  const content: Record<string, Json> = {
    ...(route.body ? { "application/json": { schema: toSchema(route.body, "input") } } : {}),
    ...(route.form ? { "multipart/form-data": { schema: toSchema(route.form, "input") } } : {}),
  };
  return {
    operationId: name,
    summary: route.summary,
    ...describeAccess(route.access),
    parameters: [
      ...pathParameters(route),
      ...parametersOf("query", route.query),
      ...parametersOf("header", route.headers),
    ],
    ...(Object.keys(content).length > 0 ? { requestBody: { required: true, content } } : {}),
    responses: {
      [route.status]: describeReply(route),
      ...describeProblems(problemsOf(route)),
      default: describeProblem("internal: a fault of the server's own"),
    },
  };
}

function describeAccess(access: RouteDescription["access"]): Readonly<Record<string, Json>> {
  if (access === "anyone") return {};
  if (access === "operator") return { security: [{ bearer: [] }, { basic: [] }] };
  return { security: [{ cookie: [] }, { bearer: [] }, { parameter: [] }] };
}

const pathParameters = (route: RouteDescription): Json[] =>
  [...route.path.matchAll(/:(\w+)/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: toSchema(PARAMETERS[name] ?? z.string(), "input"),
  }));

const parametersOf = (place: "query" | "header", described: z.core.$ZodObject | undefined): Json[] =>
  Object.entries(described?._zod.def.shape ?? {}).map(([name, schema]) => ({
    name,
    in: place,
    required: !z.safeParse(schema, undefined).success,
    schema: toSchema(schema, "input"),
  }));

function describeReply(route: RouteDescription): Json {
  if (route.reply === undefined) return { description: "Done" };
  return { description: "What was asked for", content: contentOf(route.reply) };
}

function contentOf(reply: NonNullable<RouteDescription["reply"]>): Json {
  if (reply === "bytes") return { "application/octet-stream": { schema: { type: "string", format: "binary" } } };
  if (reply === "image")
    return Object.fromEntries(IMAGES.map((type) => [type, { schema: { type: "string", format: "binary" } }]));
  if (reply === "events") return { "text/event-stream": { schema: { type: "string" } } };
  if (reply === "text") return { "text/plain": { schema: { type: "string" } } };
  if (reply === "page") return { "text/html": { schema: { type: "string" } } };
  return { "application/json": { schema: toSchema(reply, "output") } };
}

/** Its own problems, and those that come with how it is asked. */
function problemsOf(route: RouteDescription): readonly ErrorCode[] {
  const byAccess: Readonly<Record<RouteDescription["access"], readonly ErrorCode[]>> = {
    anyone: [],
    device: [],
    operator: [],
    person: ["unknown-board", "no-session", "waiting", "refused", "removed"],
    facilitator: ["unknown-board", "no-session", "waiting", "refused", "removed", "forbidden"],
  };
  const byBody: readonly ErrorCode[] = route.body ? ["not-json", "bad-request", "body-too-large"] : [];
  const byQuery: readonly ErrorCode[] = route.query ? ["bad-request"] : [];
  const byMethod: readonly ErrorCode[] = route.method === "GET" ? [] : ["wrong-origin"];
  // the disk of whoever keeps the board, or the way to it
  const byBoard: readonly ErrorCode[] = route.path.includes("/:id") ? ["store-failed"] : [];
  return [...new Set([...byAccess[route.access], ...byBody, ...byQuery, ...byMethod, ...byBoard, ...route.problems])];
}

function describeProblems(codes: readonly ErrorCode[]): Record<string, Json> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) byStatus.set(STATUS_OF[code], [...(byStatus.get(STATUS_OF[code]) ?? []), code]);
  return Object.fromEntries([...byStatus].map(([status, listed]) => [status, describeProblem(listed.join(", "))]));
}

const describeProblem = (description: string): Json => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});
