import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { createStateDoc, encodeDoc, isEmptyDoc, knowsMore, stateVectorOf } from "./doc.ts";
import { startAfresh } from "./epoch.ts";
import { fits } from "./fits.ts";
import { readWorkshop, writeState } from "./state.ts";

describe("startAfresh", () => {
  it("[R60] keeps the state, drops the history, and is another document", () => {
    const doc = createStateDoc();
    for (let count = 0; count < 500; count += 1) {
      writeState(doc, [{ map: "about", key: "title", value: `title ${count}` }]);
    }
    writeState(doc, [{ map: "about", key: "gone", value: "x" }]);
    writeState(doc, [{ map: "about", key: "gone", value: undefined }]);
    const fresh = startAfresh(doc) ?? createStateDoc();
    expect(readWorkshop(fresh)).toEqual(readWorkshop(doc));
    expect([...fresh.getMap("about").keys()]).toEqual(["title"]);
    expect(encodeDoc(fresh).length).toBeLessThan(100);
    expect(knowsMore(fresh, stateVectorOf(doc))).toBe(true);
    expect(knowsMore(doc, stateVectorOf(doc))).toBe(false);
    expect(knowsMore(doc, stateVectorOf(createStateDoc()))).toBe(false);
  });

  it("[R60] leaves alone what is more than plain state", () => {
    const nested = createStateDoc();
    nested.getMap("about").set("text", new Y.Text("letters"));
    expect(startAfresh(nested)).toBeUndefined();
    const list = createStateDoc();
    list.getArray("list").push([1]);
    const read = createStateDoc();
    Y.applyUpdate(read, encodeDoc(list));
    expect(startAfresh(read)).toBeUndefined();
  });
});

describe("fits", () => {
  it("[R61] says whether an update finds all that it refers to", () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    const text = doc.getText("text");
    text.insert(0, "ab");
    text.insert(1, "x");
    text.delete(0, 1);
    const other = new Y.Doc();
    Y.applyUpdate(other, encodeDoc(doc));
    const [first = new Uint8Array(), second = new Uint8Array(), third = new Uint8Array()] = updates;
    const empty = createStateDoc();
    expect(isEmptyDoc(empty)).toBe(true);
    expect([first, second, third].map((update) => fits(empty, update))).toEqual([true, false, false]);
    other.getText("text").insert(2, "z");
    const behind = encodeDoc(other, stateVectorOf(doc));
    expect(fits(empty, behind)).toBe(false);
    expect(fits(doc, behind)).toBe(true);
    Y.applyUpdate(empty, first);
    expect([first, second, third].map((update) => fits(empty, update))).toEqual([true, true, true]);
    expect(fits(empty, first.slice(0, -2))).toBe(false);
    expect(fits(empty, new Uint8Array())).toBe(false);
    expect(fits(empty, encodeDoc(doc))).toBe(true);
  });
});
