export { BoardPage, type BoardPageProps } from "./BoardPage.tsx";
