/** The page begins here. */
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/parts.css";
import { render } from "preact";
import { App } from "./app";
import { startRouter } from "./state/router";
import { startTheme } from "./state/theme";

startTheme();
startRouter();
render(<App />, document.getElementById("page")!);
