import { boardIdSchema } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { readBoardLink, readRoute } from "./route.ts";

const id = boardIdSchema.parse("Ab_-56789012345678901");
const base = "https://palabre.example/rooms/";
const at = (path: string) => readRoute(new URL(path, base), base);

describe("an address", () => {
  it("is the home page at the base, and a board under b/", () => {
    expect(at("")).toEqual({ page: "home" });
    expect(at(`b/${id}`)).toEqual({ page: "board", boardId: id, secret: undefined });
    expect(at(`b/${id}/#s3cret`)).toEqual({ page: "board", boardId: id, secret: "s3cret" });
  });

  it("[A37] under join is the page for a code, which the slide's QR code has behind #", () => {
    expect(at("join")).toEqual({ page: "join", code: undefined });
    expect(at("join/#BCDFGHBCDFGHBCDF")).toEqual({ page: "join", code: "BCDFGHBCDFGHBCDF" });
    expect(at("joining")).toEqual({ page: "nowhere" });
  });

  it("that is neither is nowhere, so is one outside the base or the house", () => {
    const nowhere = { page: "nowhere" };
    expect([
      at("b/short"),
      at("elsewhere"),
      at("../b/x"),
      at(`/b/${id}`),
      at(`https://other.example/rooms/b/${id}`),
    ]).toEqual(Array.from({ length: 5 }, () => nowhere));
  });

  it("without the slash at the end of the base is still home", () => {
    expect(readRoute(new URL("https://palabre.example/rooms"), base)).toEqual({ page: "home" });
  });
});

describe("a link that was pasted", () => {
  const link = `https://palabre.example/rooms/b/${id}#s3cret_-`;

  it("is found among words, in brackets, without its scheme, on any house", () => {
    const pasted = [link, `  Join us: <${link}> !`, `(${link})`, link.replace("https://", "")];
    expect(pasted.map((text) => readBoardLink(text)?.href)).toEqual(pasted.map(() => link));
    expect(readBoardLink(link.replace("https", "http"))?.href).toBe(link.replace("https", "http"));
  });

  it("may lack its secret: this device may know the board", () => {
    expect(readBoardLink(`palabre.example/b/${id}`)?.href).toBe(`https://palabre.example/b/${id}`);
  });

  it("is none when it leads to no board", () => {
    expect(
      ["", "hello", "BAOB42", "https://palabre.example/", "https://palabre.example/b/short"].map(readBoardLink),
    ).toEqual(Array.from({ length: 5 }, () => undefined));
  });
});
