import "./noEval.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { App } from "./App.tsx";
import { openTexts } from "./i18n/index.ts";
import { keepShellSoon } from "./offline/index.ts";

const root = document.querySelector("#root");
if (!root) throw new Error("index.html has lost its #root");
// a page whose texts can't be fetched has nothing to say: the browser shows that it could not be loaded
void openTexts().then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
keepShellSoon();
