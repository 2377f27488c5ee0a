export { BOARD_MIGRATIONS } from "./boards.ts";
export { POST_MIGRATIONS } from "./posts.ts";
export { POSTGRES_BOARD_MIGRATIONS } from "./postgresBoards.ts";
export { POSTGRES_POST_MIGRATIONS } from "./postgresPosts.ts";
