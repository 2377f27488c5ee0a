export { HomePage, JoinPage } from "./laterHome.ts";
export { useRoute } from "./navigation.ts";
export { PageNotice, PageOpening } from "./PageNotice.tsx";
