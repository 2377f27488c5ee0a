import { CARD_ATTRIBUTES, newCardId, type BoardSnapshot, type Card } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { layPasted } from "./layPasted.ts";
import { readPasted } from "./readPasted.ts";

const boardOf = (cards: readonly Card[]): BoardSnapshot => ({
  cards: new Map(cards.map((card) => [card.id, card])),
  links: new Map(),
  comments: new Map(),
  skipped: 0,
});
const lay = (text: string, board: BoardSnapshot = boardOf([])) => layPasted(board, readPasted(text), "note", [0, 0]);
/** What was read, links by the texts of their ends. */
const read = (text: string) => {
  const { cards, links } = readPasted(text);
  return {
    cards: cards.map((card) => card.text),
    links: links.map(({ from, to, attributes: { polarity = "+", label } }) =>
      [cards[from]?.text, polarity, cards[to]?.text, ...(label === undefined ? [] : [label])].join(" "),
    ),
  };
};

describe("[B45] pasted lines are cards", () => {
  it("[B45] without their bullets, in columns of eight, as the kind that is usual", () => {
    const { cards } = lay("- one\r\n\r\n 2. two\n• three\n- [ ] four\nfive\nsix\nseven\neight\nnine");
    expect(cards.map(({ text }) => text)).toEqual("one two three four five six seven eight nine".split(" "));
    expect(cards.every(({ kind }) => kind === "note")).toBe(true);
    expect(cards[8]!.position[0] - cards[0]!.position[0]).toBe(188);
    expect(cards[8]!.position[1]).toBe(cards[0]!.position[1]);
  });
  it("[B45] without the marks of lists that word processors write, with a tab or a sign of their own", () => {
    const marks = ["•", "·", "◦", "▪", "➢", "☐", "o\t", "1.\t", "a.\t", "iv)\t", "1.2.\t", "\uF0B7\t", "b)"];
    const words = marks.map((_, i) => `point ${i}`);
    expect(read(marks.map((mark, i) => `${mark} ${words[i]}`).join("\r\n"))).toEqual({ cards: words, links: [] });
    expect(read("•\tFirst\r\n•\tSecond\r\no\tThird").cards).toEqual(["First", "Second", "Third"]);
    expect(read("1.\tFirst\r\n2.\tSecond").cards).toEqual(["First", "Second"]);
    expect(read("1. First\t400\n2. Second\t500").cards).toEqual(["1. First\n400", "2. Second\n500"]);
    expect(read("-5 °C\n3.5 days\nok then\no well").cards).toEqual(["-5 °C", "3.5 days", "ok then", "o well"]);
  });
  it("[B45] lines of slides, pages and other systems are lines", () => {
    expect(read("one\rtwo\vthree\u2028four\r\nfive").cards).toEqual(["one", "two", "three", "four", "five"]);
  });
  it("[B45] what is indented, by tabs or spaces, is linked from what it stands under", () => {
    expect(read("Quiet\n\tNight trains\n\t\tFewer planes\n\tSpeed limit\nLight")).toEqual({
      cards: ["Quiet", "Night trains", "Fewer planes", "Speed limit", "Light"],
      links: ["Quiet + Night trains", "Night trains + Fewer planes", "Quiet + Speed limit"],
    });
    expect(read("- a\n  - b\n- c").links).toEqual(["a + b"]);
  });
  it("[B45] arrows link names, and a bar, a cross or (-) makes a link hinder", () => {
    expect(read("Rent -> Stress\nStress -| Sleep\nSleep → Health -> Work (-)\nStress -x Work")).toEqual({
      cards: ["Rent", "Stress", "Sleep", "Health", "Work"],
      links: ["Rent + Stress", "Stress - Sleep", "Sleep + Health", "Health - Work", "Stress - Work"],
    });
    expect(read("a well-known thing\nx->y").links).toEqual([]);
  });
  it("[B45] a card further along the links stands further right, also where they lead round", () => {
    const { cards } = lay("a -> b\nb -> c\na -> c\nc -> a");
    const [a, b, c] = cards.map(({ position }) => position[0]);
    expect(a! < b! && b! < c!).toBe(true);
  });
});

describe("[B46] tables, Mermaid, JSON Canvas and addresses are recognised", () => {
  it("[B46] a row of a spreadsheet is a card, its columns named where a head names them", () => {
    expect(read("Idea\tCost\nBench\t400\nTrees\t1 200").cards).toEqual(["Bench\nCost: 400", "Trees\nCost: 1 200"]);
    expect(read("Bench\tin the park\nTrees\tin the street").cards).toEqual([
      "Bench\nin the park",
      "Trees\nin the street",
    ]);
    expect(read("Idea\tCost\r\n\t400\r\nTrees\t1 200\r\n").cards).toEqual(["Cost: 400", "Trees\nCost: 1 200"]);
    expect(read("| Idea | Who |\n|---|:--:|\n| Bench | Ana |").cards).toEqual(["Bench\nWho: Ana"]);
  });
  it("[B46] an outline in OPML, with notes, pages and signs that XML writes otherwise", () => {
    const outline = `<?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0"><head><title>Not a card</title></head><body>
        <outline text="Quiet &amp; calm" _note="at night&#10;and on Sundays">
          <outline text='Night "trains" &#x2192; fewer planes'/>
          <!-- <outline text="left out"/> -->
          <outline><outline text="Speed &nosuch; limit"></outline></outline>
        </outline>
        <outline text="Light"/>
        <outline type="link" url="https://example.org/noise"/>
      </body></opml>`;
    expect(read(outline)).toEqual({
      cards: [
        "Quiet & calm\nat night\nand on Sundays",
        'Night "trains" → fewer planes',
        "Speed &nosuch; limit",
        "Light",
        read("https://example.org/noise").cards[0],
      ],
      links: [
        'Quiet & calm\nat night\nand on Sundays + Night "trains" → fewer planes',
        "Quiet & calm\nat night\nand on Sundays + Speed &nosuch; limit",
      ],
    });
    expect(read("<opml></outline></outline><outline text='&#0;&#9999999;'/>").cards).toEqual(["&#0;&#9999999;"]);
  });
  it("[B46] a flowchart", () => {
    const chart = `graph TD
      %% what we think
      A[Rent] -->|+| B(Stress)
      B -- takes away --> C{{"Sleep (at night)"}}
      B -.->|-| D & E
      style A fill:#fff
      E ==> A; D --x C`;
    expect(read(chart)).toEqual({
      cards: ["Rent", "Stress", "Sleep (at night)", "D", "E"],
      links: [
        "Rent + Stress",
        "Stress + Sleep (at night) takes away",
        "Stress - D",
        "Stress - E",
        "E + Rent",
        "D - Sleep (at night)",
      ],
    });
    expect(read("mindmap\n  root((Town))\n    Quiet\n      Trees").links).toEqual(["Town + Quiet", "Quiet + Trees"]);
  });
  it("[B46] a JSON Canvas keeps places, sizes, frames and labels", () => {
    const canvas = {
      nodes: [
        { id: "g", type: "group", label: "Ideas", x: -20, y: -20, width: 600, height: 400 },
        { id: "a", type: "text", text: "Bench", x: 0, y: 0, width: 250, height: 100 },
        { id: "b", type: "link", url: "https://example.org/a", x: 300, y: 0, width: 200, height: 100 },
        { id: "c", type: "wrong" },
        "nonsense",
      ],
      edges: [
        { id: "1", fromNode: "a", toNode: "b", label: "-" },
        { id: "2", fromNode: "a", toNode: "g" },
        { id: "3", fromNode: "a", toNode: "nowhere" },
      ],
    };
    const { cards, links } = lay(JSON.stringify(canvas));
    expect(cards.map(({ kind, text, within }) => [kind, text, within])).toEqual([
      ["frame", "Ideas", undefined],
      ["note", "Bench", 0],
      ["resource", "example.org", 0],
    ]);
    expect(cards[1]!.attributes).toEqual({ size: [250, 100] });
    expect(cards[2]!.position[0] - cards[1]!.position[0]).toBe(300);
    expect(links).toEqual([{ from: 1, to: 2, attributes: { polarity: "-" } }]);
  });
  it("[B46] a cell of a spreadsheet is whole, whatever lines, tabs and quotes it holds; words in quotes keep them", () => {
    expect(read('Bench\t"in the park,\nby the ""big"" tree"\r\n"Trees\tand hedges"\there\r\n').cards).toEqual([
      'Bench\nin the park,\nby the "big" tree',
      "Trees\tand hedges\nhere",
    ]);
    expect(read('"Bench\nin the park"\r\nTrees\r\n').cards).toEqual(["Bench\nin the park", "Trees"]);
    expect(read('"Yes", they say.\n"No."').cards).toEqual(['"Yes", they say.', '"No."']);
    expect(read('"Yes."\n"No."').cards).toEqual(['"Yes."', '"No."']);
    expect(read('"never closed\nTrees').cards).toEqual(['"never closed', "Trees"]);
  });
  it("[B46] a file of a known form that is damaged, or of another program, is nothing rather than lines of its signs", () => {
    const nothing = { cards: [], links: [] };
    expect(readPasted('{"nodes":[{"id":"a",\n"type":"text"', "canvas")).toEqual(nothing);
    expect(readPasted('{\n"version": 1\n}', "canvas")).toEqual(nothing);
    expect(readPasted("<html></html>", "opml")).toEqual(nothing);
    expect(
      readPasted('\uFEFF<?xml version="1.0"?>\n<!DOCTYPE opml>\n<opml><outline text="a"/></opml>', "opml").cards,
    ).toEqual([{ text: "a" }]);
  });
  it("[B46] in a JSON Canvas a card lies in the innermost group that holds its middle, and an address with a password is words", () => {
    const group = (id: string, x: number, width: number) => ({ id, type: "group", x, y: 0, width, height: width });
    const at = { y: 10, width: 100, height: 100 };
    const nodes = [
      group("outer", 0, 2000),
      group("inner", 100, 400),
      { id: "a", type: "text", text: "Bench", x: 150, ...at },
      { id: "b", type: "text", text: "Trees", x: 60, ...at },
      { id: "c", type: "link", url: "https://me:secret@example.org/", x: -600, ...at },
      { id: "d", type: "link", url: "javascript:alert(1)", x: -900, ...at },
    ];
    const { cards } = readPasted(JSON.stringify({ nodes }));
    expect(cards.map(({ kind, within }) => [kind, within])).toEqual([
      ["frame", undefined],
      ["frame", undefined],
      [undefined, 1],
      [undefined, 1],
      ["note", undefined],
      ["note", undefined],
    ]);
    expect(cards.slice(4).map(({ attributes }) => attributes)).toEqual([undefined, undefined]);
  });
  it("[B46] a text that is long and odd is read as quickly as any other", () => {
    const many = 60_000;
    const names = (letter: string) => Array.from({ length: many }, (_, i) => `${letter}${i}`).join(" & ");
    const odd = [
      `a${"\n ".repeat(many)}x`,
      `a${" ".repeat(many)}x`,
      `<opml>${"<!--".repeat(many)}`,
      `${"<!-- -->".repeat(26)}x`,
      `<opml>${"<outline>".repeat(many)}${'<outline text="a"/>'.repeat(9)}`,
      Array.from({ length: 20_000 }, (_, i) => `a${i} -> b${i}`).join("\n"),
      `graph TD\n${"A & ".repeat(9)}${Array.from({ length: 300 }, (_, i) => `A${i}`).join(" & ")} --> ${Array.from({ length: 300 }, (_, i) => `B${i}`).join(" & ")}`,
      `graph${" ".repeat(many)}x`,
      `graph TD\nA -- ${" ".repeat(many)}x`,
      `graph TD\n${"A-- ".repeat(many)}`,
      `graph TD\nA[a${'"'.repeat(many)}b]`,
      `graph TD\n${"A(((x) & ".repeat(many)}A`,
      `graph TD\n${"A & ".repeat(many)}A --> ${"A & ".repeat(many)}A`,
      `graph TD\n${names("A")} --> ${names("B")}`,
      `a|b\n${" ".repeat(many)}x`,
      `a|b\n--${" ".repeat(many)}x`,
      `a\tb\n${" ".repeat(many)}1${" ".repeat(many)}x\tc`,
      'a"'.repeat(many),
    ];
    for (const text of odd) expect(readPasted(text).links.length).toBeLessThanOrEqual(10_000);
  });
  it("[B46] a lone address is a page, named after its path; one with a password is words", () => {
    expect(readPasted("https://www.example.org/reports/night-trains.html").cards).toEqual([
      {
        kind: "resource",
        text: "Night trains",
        attributes: { url: "https://www.example.org/reports/night-trains.html" },
      },
    ]);
    expect(readPasted("[The report](https://example.org/x)").cards[0]).toMatchObject({ text: "The report" });
    expect(readPasted("https://me:secret@example.org/").cards[0]?.attributes).toBeUndefined();
    expect(readPasted("javascript:alert(1)").cards[0]?.attributes).toBeUndefined();
  });
  it("[B46] an address that is longer than a card keeps, as it is written out, is words", () => {
    const long = `https://example.org/${"漢".repeat(400)}`;
    expect([long.length < 2_000, new URL(long).href.length > 2_000]).toEqual([true, true]);
    const { cards } = readPasted(`${long}\nhttps://example.org/${"漢".repeat(200)}`);
    expect(cards.map(({ kind }) => kind)).toEqual([undefined, "resource"]);
    expect(cards[0]).toEqual({ text: long });
    for (const { attributes: { url } = {} } of cards)
      expect(url === undefined || CARD_ATTRIBUTES.url.safeParse(url).success).toBe(true);
  });
  it("[B46] any text is read without a fault, and every link joins two cards that are there", () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "graph TD",
        '<opml><outline text="a">',
        '<outline text="b" _note="&#;"/></outline>',
        "mindmap",
        "a -> b",
        "A[x --> B",
        "|--|",
        "\t\ta",
        '{"nodes":[]}',
        "A -- x",
        "(((",
        "---",
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { cards, links } = lay(lines.join("\n"));
        for (const { position } of cards) expect(position.every((at) => Number.isFinite(at))).toBe(true);
        for (const { from, to } of links) expect(cards[from] && cards[to] && from !== to).toBeTruthy();
      }),
    );
  });
});

describe("[B47] what is pasted", () => {
  it("[B47] lies beside what is there, covers nothing, and says what it left out", () => {
    const card: Card = {
      id: newCardId(),
      kind: "note",
      at: 0,
      position: [-80, -48],
      text: "x",
      attributes: {},
      extra: {},
    };
    const { cards, left } = lay(Array.from({ length: 510 }, (_, i) => `line ${i}`).join("\n"), boardOf([card]));
    expect([cards.length, left]).toEqual([500, 10]);
    const covers = cards.some(({ position: [x, y] }) => Math.abs(x + 80) < 164 && Math.abs(y + 48) < 96);
    expect(covers).toBe(false);
  });
});
