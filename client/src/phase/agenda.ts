import { loadAgenda, type BoardState } from "../state/index.ts";

type Module = Awaited<ReturnType<typeof loadAgenda>>;
type Commands = ReturnType<Module["createAgendaCommands"]>;

let clock: ReturnType<Module["openServerClock"]> | undefined;
/** Fetched and measured once a page, when it first shows a step or an agenda. */
const loaded = loadAgenda().then((module) => {
  clock = module.openServerClock();
  return module;
});
// who asks for something hears of the fault
void loaded.catch(() => undefined);

/** Once the server's clock is known, or can't be. */
export const clockReady = async (): Promise<void> => {
  await loaded.catch(() => undefined);
  await clock?.ready;
};

/** The server's time, as well as this page knows it: epoch ms. */
export const serverNow = (): number => clock?.now() ?? Date.now();

const byBoard = new WeakMap<BoardState, Commands>();
/** What facilitators ask of the agenda of a board. */
export async function agendaOf(board: BoardState): Promise<Commands> {
  const { createAgendaCommands } = await loaded;
  const commands = byBoard.get(board) ?? createAgendaCommands(board.me.id, board.snapshot);
  byBoard.set(board, commands);
  return commands;
}
