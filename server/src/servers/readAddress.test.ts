import { newBoardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { readAddress, withoutHost } from "./readAddress.ts";

const ID = newBoardId();
const escaped = (text: string) => text.replaceAll(/./g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
const boardsOf = (basePath: string, addresses: readonly string[]) =>
  Object.fromEntries(addresses.map((address) => [address, readAddress(address, basePath).board]));

describe("which board an address is about", () => {
  it.each(["", "/tree", "/a"])("[S78] is the same however it is written, below %j", (base) => {
    const about = [
      `${base}/api/boards/${ID}`,
      `${base}/api/boards/${ID}/me?session=x`,
      `${base}/sync/${ID}/board`,
      `${base}/api/boards/${ID}?x`,
      `${base}/api/boards/${ID}#x`,
      `${base}/api/boards/${escaped(ID)}`,
      `${base}/api/boards/${escaped(ID).toUpperCase()}/me`,
      `${base}/${escaped("api")}/${escaped("boards")}/${ID}`,
      `${escaped(base).replaceAll("%2f", "/")}/sync/${ID}/board`,
      `${base}/sync/./${ID}/board`,
      `${base}/sync/%2e/${ID}/board`,
      `${base}/sync/x/../${ID}/board`,
      `${base}/sync/x/.%2E/${ID}/board`,
      `/x/..${base}/sync/${ID}/board`,
      `${base}/sync\\${ID}\\board`,
      `http://elsewhere${base}/api/boards/${ID}`,
    ];
    expect(boardsOf(base, about)).toEqual(Object.fromEntries(about.map((address) => [address, ID])));
  });

  it.each(["", "/tree"])("[S78] is none where nothing of a board is asked for, below %j", (base) => {
    const others = [
      "",
      "*",
      "/",
      `${base}/`,
      `${base}/healthz`,
      `${base}/api/boards`,
      `${base}/api/boards/`,
      `${base}/api/boards/short`,
      `${base}/api/boards/${ID};x`,
      `${base}/api/boards/${ID}%2Fme`,
      `${base}/api/boards/${escaped(escaped(ID))}`,
      `${base}/api%2Fboards/${ID}`,
      `${base}/api/boards//${ID}`,
      `${base}/api/boards/${ID}/../..`,
      `${base}//api/boards/${ID}`,
      `//elsewhere${base}/sync/${ID}/board`,
      `/other${base}/api/boards/${ID}`,
      `http://[/api/boards/${ID}`,
    ];
    expect(boardsOf(base, others)).toEqual(Object.fromEntries(others.map((address) => [address, undefined])));
  });

  it("[S78] is asked of its keeper without the host that it was given", () => {
    const given = ["/api/join?a=%20b", "http://elsewhere:8080/api/join?a=%20b", "//elsewhere/api/join", "*"];
    expect(given.map(withoutHost)).toEqual(["/api/join?a=%20b", "/api/join?a=%20b", "//elsewhere/api/join", "/"]);
  });
});
