import { readBoard } from "@palabre/shared/documents";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, synced } from "../helpers/client.ts";
import { beginDrafting, silentPhase } from "../helpers/drafting.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { NOWHERE, openProxy } from "../helpers/tcpProxy.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

/** A drawing as a camera's file, handed to the page by a paste or a drop. @returns whether the page took it */
const hand = ({ page }: Person, how: "paste" | "drop", name: string, type: string) =>
  page.evaluate(
    async ([event, fileName, fileType]) => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [3_000, 1_500];
      const pen = canvas.getContext("2d")!;
      pen.fillStyle = "#7aa36f";
      pen.fillRect(0, 0, 3_000, 1_500);
      pen.fillStyle = "#f4d58d";
      pen.fillRect(1_000, 400, 900, 700);
      const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg"));
      const bytes = fileType === "image/svg+xml" ? new Blob(["<svg onload='alert(1)'/>"]) : drawn!;
      const data = new DataTransfer();
      data.items.add(new File([bytes], fileName, { type: fileType }));
      const target = document.querySelector("[data-canvas]")!;
      if (event === "paste")
        document.body.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
        );
      else {
        const about = { dataTransfer: data, bubbles: true, cancelable: true, clientX: 500, clientY: 600 };
        return !target.dispatchEvent(new DragEvent("drop", about));
      }
      return true;
    },
    [how, name, type] as const,
  );

it("[B51] [S29] an image that is pasted or dropped is seen by everybody, smaller and without its camera's words; no SVG", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("viewer", "Robot");
  const program = connect(server, board.id, session, "board");
  await synced(program);
  const [amina, yann] = [await browser.person(), await browser.person({ language: "fr", theme: "dark" })];
  await amina.page.goto(board.links.participant);
  await yann.page.goto(board.links.viewer);
  await amina.page.getByRole("application", { name: "Board" }).waitFor();

  await hand(amina, "paste", "market-square.jpg", "image/jpeg");
  const image = yann.page.getByRole("img", { name: "market square" });
  await image.waitFor();
  await yann.page.waitForFunction(() => {
    const shown = document.querySelector<HTMLImageElement>("article img");
    return shown?.complete === true && shown.naturalWidth === 2_048;
  });
  const [card] = [...readBoard(program.doc).cards.values()];
  expect(card?.attributes.size).toEqual([320, 160]);
  expect(card?.attributes.file).toMatch(/^[\da-f]{64}\.webp$/);

  // what takes drops is fetched a moment after the page
  await until(() => hand(amina, "drop", "IMG_0001.jpg", "image/jpeg"), "a drop that is taken");
  await amina.page.getByText("Image added").last().waitFor();
  await hand(amina, "drop", "evil.svg", "image/svg+xml");
  await amina.page.getByText("This kind of file can’t be put on the board.", { exact: true }).first().waitFor();
  await picture(amina, "images");
  await picture(yann, "images-dark", [[1440, 900]]);
  const images = () => [...readBoard(program.doc).cards.values()].filter(({ kind }) => kind === "image");
  await until(() => images().length === 2, "the second image at the program");
  for (const person of [amina, yann]) expect(person.complaints).toEqual([]);
});

it("[O12] an image that could not be had while the line was gone is shown once it is back", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const [amina, yann] = [await browser.person(), await browser.person()];
  await amina.page.goto(board.links.participant);
  const line = await openProxy(server.port);
  await yann.page.goto(board.links.participant.replace(server.url, line.url));
  await yann.page.getByText("Nothing under the tree yet").waitFor();
  // the network goes while the file is on its way
  await yann.page.route(/\/files\//, (route) => route.abort("internetdisconnected"));
  await amina.page.getByRole("application", { name: "Board" }).waitFor();
  await hand(amina, "paste", "market-square.jpg", "image/jpeg");
  await yann.page.getByText("This image can’t be shown").waitFor();
  await yann.page.unroute(/\/files\//);
  line.leadTo(NOWHERE);
  line.cut();
  await yann.status(/^Offline/);
  line.leadTo(server.port);
  await yann.page.waitForFunction(() => {
    const shown = document.querySelector<HTMLImageElement>("article img");
    return shown?.complete === true && shown.naturalWidth > 0;
  });
});

/** Pictures as a camera sees them, no two points alike, handed to the page at once by a paste. */
const handPhotographs = ({ page }: Person, count: number, side: number) =>
  page.evaluate(
    async ([files, px]) => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [px, px];
      const pen = canvas.getContext("2d")!;
      const picture = pen.createImageData(px, px);
      for (let at = 0; at < picture.data.length; at += 1)
        picture.data[at] = at % 4 === 3 ? 255 : (at * 7_919 + (at >> 9) * 104_729) % 251;
      pen.putImageData(picture, 0, 0);
      const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg"));
      const clipboardData = new DataTransfer();
      for (let file = 1; file <= files; file += 1)
        clipboardData.items.add(new File([drawn!], `IMG_${file}.jpg`, { type: "image/jpeg" }));
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [count, side] as const,
  );

it("[B144] a photograph is sent as one also where the browser writes no WebP", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("viewer", "Robot");
  const program = connect(server, board.id, session, "board");
  await synced(program);
  const amina = await browser.person();
  await amina.page.addInitScript(() => {
    const { toBlob } = HTMLCanvasElement.prototype;
    // what is not known is a PNG, by the standard
    HTMLCanvasElement.prototype.toBlob = function (take, type, quality) {
      toBlob.call(this, take, type === "image/webp" ? "image/png" : type, quality);
    };
  });
  await amina.page.goto(board.links.participant);
  await amina.page.getByRole("application", { name: "Board" }).waitFor();
  await handPhotographs(amina, 1, 600);
  const image = amina.page.locator("article img");
  await image.waitFor();
  const cards = () => [...readBoard(program.doc).cards.values()];
  await until(() => cards().length === 1, "the image at the program");
  expect(cards()[0]?.attributes.file).toMatch(/\.jpg$/);
  const [kept, asPng] = await image.evaluate(async (shown: HTMLImageElement) => {
    await shown.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [shown.naturalWidth, shown.naturalHeight];
    canvas.getContext("2d")?.drawImage(shown, 0, 0);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    return [(await (await fetch(shown.src)).blob()).size, png?.size ?? 0];
  });
  expect(kept).toBeLessThan(asPng ?? 0);
  expect(amina.complaints).toEqual([]);
});

it("[B145] of images that come at once it is said how many were left out, and how many failed", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("viewer", "Robot");
  const program = connect(server, board.id, session, "board");
  await synced(program);
  const amina = await browser.person();
  await amina.page.goto(board.links.participant);
  await amina.page.getByRole("application", { name: "Board" }).waitFor();
  await handPhotographs(amina, 21, 40);
  await amina.page.getByText("20 images added. 1 more was left out.", { exact: true }).first().waitFor();
  const cards = () => readBoard(program.doc).cards.size;
  await until(() => cards() === 20, "twenty images at the program");
  await amina.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    for (const name of ["one.png", "two.png"])
      clipboardData.items.add(new File(["no picture"], name, { type: "image/png" }));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await amina.page
    .getByText(/^2 images were not added\. This is no PNG/)
    .first()
    .waitFor();
  expect(cards()).toBe(20);
  expect(amina.complaints).toEqual([]);
});

it("[F114] who pastes or drops an image while people write in silence is told why it is not taken, and nothing is sent", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board } = await beginDrafting(server, silentPhase());
  const [bo, zoe] = [await browser.person(), await browser.person({ language: "fr" })];
  const sent: string[] = [];
  for (const { page } of [bo, zoe]) {
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/files")) sent.push(request.url());
    });
    await page.goto(board.links.participant);
    await page.locator("[data-banner=drafts]").waitFor();
  }
  await hand(bo, "paste", "square.jpg", "image/jpeg");
  await bo.page
    .getByText("Images can’t be added while people write in silence: the board would keep their file.", { exact: true })
    .first()
    .waitFor();
  await until(() => hand(zoe, "drop", "place.jpg", "image/jpeg"), "a drop that is taken");
  await zoe.page
    .getByText(/^Pas d’image pendant que l’on écrit en silence/)
    .first()
    .waitFor();
  expect(sent).toEqual([]);
  for (const person of [bo, zoe]) expect(person.complaints).toEqual([]);
});
