import { describe, expect, it } from "vitest";
import { entriesOf, findViolations, folderOf } from "./architecture/findViolations.ts";
import { IMPORT_TABLE } from "./architecture/importTable.ts";
import { CRDT_FOLDERS, CRDT_PACKAGES } from "./architecture/packages.ts";
import { readImports } from "./architecture/readImports.ts";
import { isThere, readFile, readTree } from "./architecture/readTree.ts";

const sources = readTree(["shared/src", "server/src", "client/src", "test"], /\.tsx?$/);

const isBuilt = (path: string) => path.includes("/dist/");

describe("the code", () => {
  it("imports only what the table allows", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(findViolations(sources)).toEqual([]);
  });

  // two copies of yjs break `instanceof`: a document of the one is unknown to the other
  it.each(["yjs", "y-protocols", "lib0"])("has one copy of %s in the lock file", (name) => {
    const packages = readFile("pnpm-lock.yaml").text.matchAll(/^ {2}(\S+)@(\d[^:(]*)/gm);
    const versions = [...packages].filter(([, found]) => found === name).map(([, , version]) => version);
    expect(new Set(versions).size).toBe(1);
  });
});

describe("README and CONTRIBUTING", () => {
  it.each(["README.md", "CONTRIBUTING.md"])("%s names only files that are there", (guide) => {
    const named = [...readFile(guide).text.matchAll(/`((?:shared|server|client|test)\/[\w./-]+)`/g)].map(
      ([, path]) => path ?? "",
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !isBuilt(path) && !(path in IMPORT_TABLE) && !isThere(path))).toEqual([]);
  });
});

describe("the README of a package", () => {
  it.each(["shared", "server", "client"])("of %s has a line for every folder", (name) => {
    const { text } = readFile(`${name}/README.md`);
    const folders = new Set(sources.flatMap(({ path }) => new RegExp(`^${name}/src/([^/]+)/`).exec(path)?.[1] ?? []));
    expect(folders.size).toBeGreaterThan(5);
    expect([...folders].filter((folder) => !text.includes(`| \`${folder}\``))).toEqual([]);
  });
});

describe("the table", () => {
  it("has a row for every folder, and none for what is not there", () => {
    const folders = new Set(sources.map(({ path }) => folderOf(path)).filter((folder) => folder !== "test"));
    expect(Object.keys(IMPORT_TABLE).toSorted()).toEqual([...folders].toSorted());
  });

  it("goes down only: no folder can reach itself", () => {
    const reach = (folder: string, seen: Set<string>): Set<string> => {
      for (const next of entriesOf(folder).filter((name) => name in IMPORT_TABLE && !seen.has(name)))
        reach(next, seen.add(next));
      return seen;
    };
    expect(Object.keys(IMPORT_TABLE).filter((folder) => reach(folder, new Set()).has(folder))).toEqual([]);
  });

  it("keeps the packages that write documents in their three folders", () => {
    const holders = Object.keys(IMPORT_TABLE).filter((folder) =>
      entriesOf(folder).some((name) => CRDT_PACKAGES.includes(name)),
    );
    expect(holders.toSorted()).toEqual([...CRDT_FOLDERS].toSorted());
  });
});

describe("the check itself", () => {
  const importsOf = (text: string) => readImports({ path: "client/src/ui/Probe.tsx", text });

  it("reads every way of naming a module, with the names taken from it", () => {
    const text = `
      import "./styles.css";
      import react, { useState as state, type FC } from "react";
      import type { Doc } from "yjs";
      import * as Y from "yjs";
      export { a as b } from "./a.ts";
      export type { C } from "./c.ts";
      export * from "./all.ts";
      export * as named from "./named.ts";
      type D = import("lib0/encoding").Encoder.Part;
      type E = typeof import("./module.ts");
      const page = () => import("./Page.tsx");
      import old = require("old");`;
    expect(importsOf(text)).toEqual([
      { specifier: "./styles.css", names: [] },
      { specifier: "react", names: ["default", "useState", "FC"] },
      { specifier: "yjs", names: ["Doc"] },
      { specifier: "yjs", names: undefined },
      { specifier: "./a.ts", names: ["a"] },
      { specifier: "./c.ts", names: ["C"] },
      { specifier: "./all.ts", names: undefined },
      { specifier: "./named.ts", names: undefined },
      { specifier: "lib0/encoding", names: ["Encoder"] },
      { specifier: "./module.ts", names: undefined },
      { specifier: "./Page.tsx", names: undefined },
      { specifier: "old", names: undefined },
    ]);
  });

  it("takes no comment, string or text on the screen for an import", () => {
    const text = `
      // import "a";
      /* export * from "b"; */
      const s = 'import "c"'; const t = \`import("d") \${"import 'e'"}\`; const r = /import "f"/;
      const view = <p title='import "g"'>import "h" from "i"</p>;`;
    expect(importsOf(text)).toEqual([]);
  });

  it("refuses to judge what it can't read", () => {
    expect(() => importsOf("const page = import(name);")).toThrow("computes what it imports");
    expect(() => importsOf("import {")).toThrow("does not parse");
  });

  it.each([
    ["shared/src/terms/card.ts", "@palabre/server/app", "shared never imports server"],
    [
      "shared/src/analysis/loops.ts",
      "../../../client/src/main.tsx",
      "another package is imported by its name, @palabre/…",
    ],
    ["shared/src/analysis/loops.ts", "@palabre/shared/terms", "a package does not import itself by name"],
    ["shared/src/analysis/loops.ts", "../documents/index.ts", "shared/analysis may not import shared/documents"],
    ["shared/src/analysis/loops.ts", "yjs", "shared/analysis may not import yjs"],
    ["shared/src/documents/read.ts", "../terms/card.ts", "a folder is entered by its index.ts"],
    ["server/src/http/boards.ts", "@palabre/client/main", "server never imports client"],
    ["server/src/http/boards.test.ts", "/home/ada/limits.ts", "no absolute paths: they hold on one machine only"],
    [
      "server/src/stores/boardStore.ts",
      "@palabre/shared/documents",
      "server/stores may import of shared/documents only DocumentName",
    ],
    [
      "server/src/access/links.ts",
      "@palabre/shared/terms/ids.ts",
      "a folder is entered by its door, @palabre/<package>/<folder>",
    ],
    ["server/src/access/links.ts", "@palabre/shared", "a folder is entered by its door, @palabre/<package>/<folder>"],
    ["server/src/listening/feed.ts", "../listening/feed.test.ts", "what ships imports no test"],
    [
      "client/src/canvas/tools/select.ts",
      "../../state/index.ts",
      "no ../../ across folders: the file lies too deep, or belongs elsewhere",
    ],
    ["client/src/panels/CardPanel.tsx", "../ui/Button.module.css", "a folder is entered by its index.ts"],
    ["client/src/panels/CardPanel.tsx", "lib0/encoding", "client/panels may not import lib0"],
    ["server/src/http/boards.ts", "../stores/migrations/index.ts", "a folder is entered by its index.ts"],
    [
      "shared/src/analysis/loops.ts",
      "../facilitation/library/index.ts",
      "shared/analysis may not import shared/facilitation/library",
    ],
    ["client/src/surprise/new.ts", "react", "client/surprise has no row in test/architecture/importTable.ts"],
    [
      "server/src/rooms/room.test.ts",
      "../../../client/src/main.tsx",
      "another package is imported by its name, @palabre/…",
    ],
    ["test/server/journey.test.ts", "@palabre/client/main", "test never imports client"],
  ])("in %s finds a planted %s", (path, specifier, rule) => {
    const file = { path, text: `import { type Planted } from "${specifier}";` };
    expect(findViolations([file])).toEqual([`${path}: "${specifier}": ${rule}`]);
  });

  it.each([
    ["shared/src/documents/read.ts", "../terms/index.ts"],
    ["shared/src/documents/read.ts", "./layout.ts"],
    ["client/src/panels/laterPanels.ts", "./analyse/index.ts"],
    ["shared/src/facilitation/library/template.ts", "../../terms/index.ts"],
    ["shared/src/documents/read.test.ts", "../analysis/loops.ts"],
    ["server/src/http/boards.ts", "../log.ts"],
    ["server/src/http/boards.ts", "@palabre/shared/terms"],
    ["server/src/stores/migrations/first.ts", "../boardStore.ts"],
    ["client/src/main.tsx", "./ui/tokens.css"],
    ["client/src/canvas/tools/select.ts", "../toFlow.ts"],
    ["client/src/i18n/useText.ts", "react"],
    ["client/src/ui/Button.tsx", "react-aria-components/Button"],
  ])("lets %s import %s", (path, specifier) => {
    expect(findViolations([{ path, text: `import { type Allowed } from "${specifier}";` }])).toEqual([]);
  });

  it("lets a store take one name of the documents, and no other", () => {
    const path = "server/src/stores/boardStore.ts";
    const taking = (names: string) =>
      findViolations([{ path, text: `import ${names} from "@palabre/shared/documents";` }]).length;
    expect([taking("type { DocumentName }"), taking("{ DocumentName, readBoard }"), taking("* as all")]).toEqual([
      0, 1, 1,
    ]);
  });
});
