export { openAgendas, type Agendas } from "./agendas.ts";
export { createBoards, type Boards } from "./boards.ts";
export { createConductor, type Conductor } from "./conductor.ts";
export { openDecisions, type Decisions } from "./decisions.ts";
export { createLobby, type Lobby } from "./lobby.ts";
export { createTogether, type Together } from "./together.ts";
export { openDrafts, type Drafts } from "./drafts.ts";
export { openVoiceCounter } from "./voices.ts";
export { createRulebook, type Rulebook } from "./rulebook.ts";
