import { describe, expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { textsOf } from "../helpers/drafting.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { ideaBox, live, PHONE, phase, phoneAddress, workshopOf, write } from "../helpers/phones.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();
const press = ({ page }: Person) => page.getByRole("button", { name: "Send" }).click();
const promise = ({ page }: Person) => page.locator("#promise");
const step = ({ page }: Person, n: number) => page.getByText(`Step ${n} of 2`, { exact: true }).waitFor();
const SILENT = "Only you see it until it is revealed, without any name";

describe("what is begun on a phone", () => {
  it("[K4, K29] in silence is not said openly once the step is over, after a reload neither: its person is asked", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const silent = phase("Attentes", "Expectations", "", { writing: "silent" });
    const talk = phase("Discussion", "Talk", "");
    const { board, go, peer } = await workshopOf(server, [silent, talk]);
    await go(silent);
    const [bo, cleo] = [await browser.person(PHONE), await browser.person(PHONE)];
    for (const person of [bo, cleo]) {
      await person.page.goto(phoneAddress(server, board));
      await live(person);
      await promise(person).getByText(SILENT).waitFor();
      await ideaBox(person).fill("for nobody’s eyes");
    }
    await go(talk);
    for (const person of [bo, cleo]) await step(person, 2);
    await cleo.page.reload();
    for (const person of [bo, cleo]) {
      await live(person);
      expect(await ideaBox(person).inputValue()).toBe("for nobody’s eyes");
      // what is said below it is what holds of it
      expect(await promise(person).textContent()).toBe(SILENT);
      await press(person);
      await person.page.locator('[data-state="late"]').getByText("for nobody’s eyes").waitFor();
      // an empty box is begun anew
      await promise(person).getByText("Everybody sees it with your name").waitFor();
    }
    await write(bo, "for all");
    await until(() => textsOf(peer).includes("for all"), "what was written openly");
    expect(textsOf(peer)).toEqual(["for all"]);
    await bo.page.getByRole("button", { name: "Say it with my name" }).click();
    await until(() => textsOf(peer).includes("for nobody’s eyes"), "what its person said after all");
  });

  it("[K29] where it is revealed without names waits for its person once that is changed; openly, it may still go into a silence", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const silent = phase("Attentes", "Expectations", "", { writing: "silent" });
    const talk = phase("Discussion", "Talk", "");
    const { board, go, asking, peer } = await workshopOf(server, [silent, talk]);
    await go(silent);
    const [bo, cleo] = [await browser.person(PHONE), await browser.person(PHONE)];
    await bo.page.goto(phoneAddress(server, board));
    await promise(bo).getByText(SILENT).waitFor();
    await ideaBox(bo).fill("without a name");
    await go(talk);
    await cleo.page.goto(phoneAddress(server, board));
    await promise(cleo).getByText("Everybody sees it with your name").waitFor();
    await ideaBox(cleo).fill("begun openly");
    const changed = await asking("PUT", "agenda", { revision: 1, phases: [{ ...silent, signed: true }, talk] });
    expect(changed.status).toBe(200);
    await go(silent);
    for (const person of [bo, cleo]) await step(person, 1);
    await promise(cleo).getByText("Only you see it until it is revealed, with your name").waitFor();
    await press(cleo);
    await cleo.page.getByText("1 idea waits to be revealed").waitFor();
    expect(await promise(bo).textContent()).toBe(SILENT);
    await press(bo);
    await bo.page.getByRole("button", { name: "Put it among the ideas of this step, with my name" }).waitFor();
    expect(textsOf(peer)).toEqual([]);
  });
});
