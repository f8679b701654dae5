import "./theme/tokens.css";
import "./theme/base.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { showTheme } from "./ui/theme.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root.");
showTheme(document.documentElement);
createRoot(root).render(<App />);
