import process from "node:process";
import { defineConfig } from "vite";
import { licences } from "./licences";

const SERVER = process.env.VEDETTE_SERVER ?? "http://127.0.0.1:8765";

export default defineConfig({
  plugins: [licences()],
  build: {
    outDir: "../static",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0, // the policy lets nothing in but files of our own
    chunkSizeWarningLimit: 1500,
    modulePreload: { polyfill: false },
  },
  server: {
    // The data of a running `vedette serve`, for work on the page.
    proxy: { "^/(api/|openapi.json|situation|.*\\.(json|csv|geojson)$)": SERVER },
  },
});
