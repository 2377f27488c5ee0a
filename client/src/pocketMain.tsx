import "./noEval.ts";
import "./ui/sans.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { withOnlyTexts } from "./i18n/index.ts";

const root = document.querySelector("#root");
if (!root) throw new Error("pocket.html has lost its #root");
// a page whose texts can't be fetched has nothing to say: the browser shows that it could not be loaded
void withOnlyTexts(["pocket"], () => import("./pocket/index.ts")).then(({ showPocket }) => showPocket(root));
