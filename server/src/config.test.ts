import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULTS, readConfig, VARIABLES } from "./config.ts";

const refusal = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
  return "accepted";
};

describe("configuration", () => {
  it("[A14] has a default for everything; an empty variable is none", () => {
    const defaults = {
      port: 3000,
      host: undefined,
      dataDir: "data",
      databaseUrl: undefined,
      publicUrl: undefined,
      basePath: "",
      logLevel: "info",
      fetchAllow: [],
      secretKey: undefined,
      operatorKey: undefined,
      embeddings: undefined,
      drainMs: 5_000,
      limits: { boardsPerMinute: 30, sessionsPerMinute: 300, failuresPerMinute: 20, codesPerMinute: 60 },
      connections: { perPerson: 12, perBoard: 1_000, perLink: 1_000, perAddress: 2_000, perProcess: 4_000 },
      sending: { messagesPerSecond: 60, bytesPerSecond: 524_288, clientIdsPerHour: 60 },
      boards: {
        bytes: 16_777_216,
        files: 1_000,
        fileBytes: 209_715_200,
        historyDays: 365,
        trashDays: 30,
        unloadAfterSeconds: 30,
      },
    };
    expect(readConfig({})).toEqual(defaults);
    expect(readConfig({ PORT: "", HOST: "", PUBLIC_URL: "", DATABASE_URL: "" })).toEqual(defaults);
  });

  it("[A14] reads what is set", () => {
    const config = readConfig({
      PORT: "8080",
      HOST: "127.0.0.1",
      DATA_DIR: "/srv/palabre",
      DATABASE_URL: "postgresql://user:password@host/db",
      PUBLIC_URL: "https://example.org/tree/",
      LOG_LEVEL: "warn",
      FETCH_ALLOW: "intranet.local:8080, [::1]:80",
      SECRET_KEY: "0123456789abcdef0123456789abcdef",
      OPERATOR_KEY: "fedcba9876543210fedcba9876543210",
      SESSIONS_PER_MINUTE: "900",
      TRASH_DAYS: "7",
    });
    expect(config).toEqual({
      port: 8080,
      host: "127.0.0.1",
      dataDir: "/srv/palabre",
      databaseUrl: "postgresql://user:password@host/db",
      publicUrl: "https://example.org",
      basePath: "/tree",
      logLevel: "warn",
      fetchAllow: ["intranet.local:8080", "[::1]:80"],
      secretKey: "0123456789abcdef0123456789abcdef",
      operatorKey: "fedcba9876543210fedcba9876543210",
      drainMs: 5_000,
      limits: { boardsPerMinute: 30, sessionsPerMinute: 900, failuresPerMinute: 20, codesPerMinute: 60 },
      connections: { perPerson: 12, perBoard: 1_000, perLink: 1_000, perAddress: 2_000, perProcess: 4_000 },
      sending: { messagesPerSecond: 60, bytesPerSecond: 524_288, clientIdsPerHour: 60 },
      boards: {
        bytes: 16_777_216,
        files: 1_000,
        fileBytes: 209_715_200,
        historyDays: 365,
        trashDays: 7,
        unloadAfterSeconds: 30,
      },
    });
    expect(readConfig({ BASE_PATH: "/tree/" }).basePath).toBe("/tree");
    expect(readConfig({ BASE_PATH: "/" }).basePath).toBe("");
  });

  it("[A14] refuses a bad value with the variable's name and what it must be, never the value", () => {
    expect(refusal({ PORT: "70000" })).toBe("PORT must be a whole number from 0 to 65535");
    expect(refusal({ PORT: "3e3" })).toBe("PORT must be a whole number from 0 to 65535");
    expect(refusal({ PUBLIC_URL: "example.org" })).toBe(
      "PUBLIC_URL must be an address such as https://palabre.example.org",
    );
    for (const DATABASE_URL of ["mysql://me:secret@host/db", "me:secret@host", "/var/lib/boards"]) {
      expect(refusal({ DATABASE_URL })).toBe(
        "DATABASE_URL must be an address such as postgres://palabre:password@localhost:5432/palabre",
      );
    }
    for (const BASE_PATH of ["a b", "/../tree", "/tree/./deep", "/a//b", "/été"])
      expect([BASE_PATH, refusal({ BASE_PATH })]).toEqual([BASE_PATH, "BASE_PATH must be a path such as /palabre"]);
    // what stands for other letters never matches what a browser asks for
    for (const path of ["été", "a b", "a%2fb"])
      expect(refusal({ PUBLIC_URL: `https://example.org/${path}` })).toBe(
        "PUBLIC_URL must have a path such as /palabre, or none",
      );
    for (const PUBLIC_URL of ["https://me:secret@example.org", "https://example.org/?a=b", "https://example.org/#a"])
      expect(refusal({ PUBLIC_URL })).toBe(
        "PUBLIC_URL must be an address alone, without a user, a question or a fragment",
      );
    expect(readConfig({ BASE_PATH: "/.well-known/a..b" }).basePath).toBe("/.well-known/a..b");
    expect(refusal({ FETCH_ALLOW: "intranet.local:80, intranet.local:99999" })).toMatch(/^FETCH_ALLOW must be a list/);
    expect(refusal({ SERVER_ADDRESS: "10.0.0.5:99999" })).toMatch(/^SERVER_ADDRESS must be a host and a port/);
    expect(refusal({ LOG_LEVEL: "loud" })).toBe("LOG_LEVEL must be one of debug, info, warn, error, silent");
    expect(refusal({ FETCH_ALLOW: "intranet.local" })).toBe(
      "FETCH_ALLOW must be a list such as intranet.local:8080,10.0.0.5:80",
    );
    expect(refusal({ SECRET_KEY: "short" })).toBe(
      "SECRET_KEY must have 32 characters or more: try `openssl rand -hex 32`",
    );
    expect(refusal({ OPERATOR_KEY: "short" })).toBe(
      "OPERATOR_KEY must have 32 characters or more: try `openssl rand -hex 32`",
    );
    expect(refusal({ PUBLIC_URL: "https://example.org/a", BASE_PATH: "/b" })).toBe(
      "BASE_PATH and the path of PUBLIC_URL are not the same: set one of them",
    );
  });

  it("[U10] every variable stands in the README with its default, and no other", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const table = /\n\| variable \| default \|[^]*?\n\n/.exec(readme)?.[0] ?? "";
    const rows = [...table.matchAll(/^\| (`.*?`) \| (.*?) \|/gm)].flatMap(([, names = "", value = ""]) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name = ""]) => [name, value] as const),
    );
    expect(rows.map(([name]) => name).toSorted()).toEqual(VARIABLES.toSorted());
    const told = Object.fromEntries(rows);
    for (const [name, value] of Object.entries(DEFAULTS))
      expect([name, told[name]]).toEqual([name, value === "" ? "none" : `\`${value}\``]);
  });

  it("[A14] refuses to start where boards are meant to be shared, and servers could not find them or each other", () => {
    const database = { DATABASE_URL: "postgres://host/boards" };
    expect(refusal({ REDIS_URL: "redis://host" })).toMatch(/^REDIS_URL is for servers that share a database: set/);
    expect(refusal({ ...database, REDIS_URL: "host:6379" })).toMatch(/^REDIS_URL must be an address such as redis:/);
    expect(refusal({ ...database, REDIS_URL: "redis://host", PORT: "0" })).toMatch(/^PORT is 0/);
    expect(refusal({ SERVER_ADDRESS: "http://host:3000" })).toMatch(/^SERVER_ADDRESS must be a host and a port/);
  });

  it("[L120] nothing compares themes unless the operator names a service and its model", () => {
    const EMBEDDINGS_URL = "http://localhost:11434/api/embed";
    expect(readConfig({ EMBEDDINGS_URL, EMBEDDINGS_MODEL: "bge-m3" }).embeddings).toEqual({
      url: EMBEDDINGS_URL,
      model: "bge-m3",
      key: undefined,
    });
    expect(refusal({ EMBEDDINGS_URL })).toContain("EMBEDDINGS_URL and EMBEDDINGS_MODEL go together");
    expect(refusal({ EMBEDDINGS_URL: "ftp://x", EMBEDDINGS_MODEL: "m" })).toContain(
      "EMBEDDINGS_URL must be an address",
    );
  });
});
