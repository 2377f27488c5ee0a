export { ClustersDialog } from "./ClustersDialog.tsx";
