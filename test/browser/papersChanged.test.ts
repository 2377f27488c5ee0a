import type { OwnPaper } from "@palabre/shared/protocol";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { openVote } from "../helpers/voting.ts";

const browser = openBrowser();

/** Keeps what this person asks of their paper from the server, until it is let go. */
async function hold({ page }: Person, method: "PUT" | "DELETE"): Promise<() => Promise<void>> {
  let letGo = (): void => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route("**/paper", async (route) => {
    if (route.request().method() === method) await held;
    await route.fallback();
  });
  return async () => {
    const answered = page.waitForResponse(
      (response) => response.url().endsWith("/paper") && response.request().method() === method,
    );
    letGo();
    await answered;
    await page.unroute("**/paper");
  };
}

it("[V75] what is changed on a paper while it is handed in or taken back stays, and is handed in with one more press", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const vote = await openVote(server, ["Sleep at night"]);
  const [sleep] = vote.cards;
  if (!sleep) throw new Error("a card");
  const id = await vote.open({ method: "agreement" });
  const bo = await browser.person();
  await bo.page.goto(vote.board.links.participant);
  await bo.card("Sleep at night").waitFor();
  await bo.page.locator("[data-slip=ballot]").getByRole("button", { name: "Answer" }).press("Enter");
  const panel = bo.page.locator("[data-panel=vote]");
  const radio = (name: string) => panel.getByRole("radio", { name, exact: true });
  const choose = async (name: string) => {
    await radio(name).focus();
    await bo.page.keyboard.press("Space");
  };
  const press = (name: string) => panel.getByRole("button", { name }).press("Enter");
  const handedIn = async () => {
    const reply = await bo.page.context().request.get(`${server.url}/api/boards/${vote.board.id}/ballots/${id}/paper`);
    const { paper } = (await reply.json()) as OwnPaper;
    return paper.method === "agreement" ? paper.answers[sleep] : undefined;
  };

  await choose("Agree");
  const letIn = await hold(bo, "PUT");
  await press("Hand in my paper");
  await choose("Disagree");
  await letIn();
  await panel.getByText("The change is not handed in yet.").waitFor();
  expect(await panel.getByText("Your paper is handed in.").count()).toBe(0);
  expect(await radio("Disagree").isChecked()).toBe(true);
  expect(await handedIn()).toBe(1);
  await press("Hand in the change");
  await panel.getByText("Your paper is handed in.").waitFor();
  expect(await handedIn()).toBe(-1);

  const letBack = await hold(bo, "DELETE");
  await press("Take my paper back");
  await choose("Pass");
  await letBack();
  await panel.getByRole("button", { name: "Hand in my paper" }).waitFor();
  expect(await radio("Pass").isChecked()).toBe(true);
  await press("Hand in my paper");
  await panel.getByText("Your paper is handed in.").waitFor();
  expect(await handedIn()).toBe(0);
});
